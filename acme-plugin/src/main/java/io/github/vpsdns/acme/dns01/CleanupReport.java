// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.name.DomainName;
import java.util.List;

/**
 * What became of own values when they were to go.
 *
 * @param gone names of the values that are no longer at the API, one for each value
 * @param left values that may still be there; they stay in the journal
 */
public record CleanupReport(List<DomainName> gone, List<Leftover> left) {
    /** Nothing was to go. */
    public static final CleanupReport EMPTY = new CleanupReport(List.of(), List.of());

    /** Copies the lists. */
    public CleanupReport {
        gone = List.copyOf(gone);
        left = List.copyOf(left);
    }

    /**
     * A value that may still be at the API.
     *
     * @param name where
     * @param value the text of the TXT record
     * @param reason why it is not known to be gone, one clause
     */
    public record Leftover(DomainName name, String value, String reason) {}

    /**
     * Tells whether every value is gone.
     *
     * @return whether nothing is left
     */
    public boolean complete() {
        return left.isEmpty();
    }
}
