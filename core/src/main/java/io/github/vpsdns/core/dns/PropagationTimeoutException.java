// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.VpsDnsException;
import java.util.stream.Collectors;

/** A value did not become visible at all servers in time. */
public final class PropagationTimeoutException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient PropagationReport report;

    /**
     * Creates the error.
     *
     * @param report how far the value has got
     */
    public PropagationTimeoutException(PropagationReport report) {
        super(
                "after " + report.elapsed().toSeconds() + " s the new value of '" + report.name()
                        + "' is still not visible at "
                        + report.servers().stream()
                                .filter(server -> !server.has())
                                .map(server -> server.server() + " (" + server.last() + ")")
                                .collect(Collectors.joining(", ")),
                null);
        this.report = report;
    }

    /**
     * Returns how far the value has got.
     *
     * @return the last report
     */
    public PropagationReport report() {
        return report;
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
