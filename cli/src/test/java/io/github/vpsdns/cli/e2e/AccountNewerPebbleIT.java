// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;

/** At a Pebble that has renewal information and profiles. */
@NeedsPrograms({"named", "rndc", "pebble-2.10"})
final class AccountNewerPebbleIT extends AccountContract {
    AccountNewerPebbleIT() {
        super("pebble-2.10");
    }
}
