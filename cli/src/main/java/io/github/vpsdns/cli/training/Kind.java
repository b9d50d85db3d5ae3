// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

/**
 * What an archive is for. There are several, because of an archive that holds more than a process uses, most becomes part of that process
 * all the same: classes lie in it in no order, and are read by the page and more.
 */
enum Kind {
    /** Commands that are soon over. */
    COMMANDS,
    /** {@code ddns run}. */
    AGENT,
    /** {@code acme issue}, {@code renew} and {@code run}. */
    ACME,
    /** {@code webhook run}. */
    SERVER
}
