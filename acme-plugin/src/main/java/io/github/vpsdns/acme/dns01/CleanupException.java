// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.VpsDnsException;
import java.util.stream.Collectors;

/** Own challenge values could not be removed; they stay in the journal, and the next start tries again. */
public final class CleanupException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient CleanupReport report;

    /**
     * Creates the error.
     *
     * @param report what is gone and what is not
     */
    public CleanupException(CleanupReport report) {
        super(
                "challenge values may be left behind, and will be removed at the next start: "
                        + report.left().stream()
                                .map(left -> "'" + left.name() + "' (" + left.reason() + ")")
                                .collect(Collectors.joining(", ")),
                null);
        this.report = report;
    }

    /**
     * Returns what is gone and what is not.
     *
     * @return the report
     */
    public CleanupReport report() {
        return report;
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
