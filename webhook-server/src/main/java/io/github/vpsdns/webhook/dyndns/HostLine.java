// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.update.HostUpdate;

/** A line of an answer before it is known how the updates went. */
sealed interface HostLine {
    /**
     * It is known: there is nothing to do for this host.
     *
     * @param line the line
     */
    record Told(Line line) implements HostLine {}

    /**
     * It depends on an update.
     *
     * @param update which one
     */
    record Wanted(HostUpdate update) implements HostLine {}
}
