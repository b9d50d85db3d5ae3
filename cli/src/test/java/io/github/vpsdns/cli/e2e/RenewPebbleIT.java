// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.PebbleOptions;

/** At the Pebble that is installed. */
@NeedsPrograms({"named", "rndc", "pebble"})
final class RenewPebbleIT extends RenewContract {
    RenewPebbleIT() {
        super(PebbleOptions.DEFAULT);
    }
}
