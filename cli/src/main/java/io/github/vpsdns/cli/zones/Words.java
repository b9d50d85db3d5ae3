// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

/** Numbers of records in words. */
final class Words {
    private Words() {}

    static String records(int count) {
        return count == 1 ? "1 record" : count + " records";
    }
}
