// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;

/** At Debian's Pebble. */
@NeedsPrograms({"named", "rndc", "pebble"})
final class AccountIT extends AccountContract {
    AccountIT() {
        super("pebble");
    }
}
