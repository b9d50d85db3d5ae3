// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import io.github.vpsdns.cli.base.Globals;

/** How much the libraries say. Set before the first logger is made, because slf4j-simple reads it once. */
final class Logging {
    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private Logging() {}

    static void choose(Globals globals) {
        if (globals.verbose()) {
            // What a command tells itself is silenced by name, which a wider name does not undo.
            System.setProperty(PREFIX + "log.io.github.vpsdns.acme.renew.RenewalLoop", "debug");
            System.setProperty(PREFIX + "log.io.github.vpsdns.acme.renew.AriRefresh", "debug");
        }
        if (globals.veryVerbose()) {
            System.setProperty(PREFIX + "defaultLogLevel", "debug");
        } else if (globals.verbose()) {
            System.setProperty(PREFIX + "log.io.github.vpsdns", "debug");
        }
    }
}
