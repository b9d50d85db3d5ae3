// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

/**
 * What stands in the margins of every page.
 *
 * @param version the program's version
 * @param date the day to which pages are dated, the same whenever they are built
 */
record Edition(String version, String date) {
    Roff page(String name, int section) {
        return new Roff(name, section, date, "vpsdns " + version);
    }
}
