// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.internal.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Values did not become visible at all servers in time. */
public final class PropagationTimeoutException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient PropagationReport report;
    private final transient List<PropagationReport> reports;

    /**
     * Creates the error for one value.
     *
     * @param report how far the value has got
     */
    public PropagationTimeoutException(PropagationReport report) {
        this(report, List.of(report));
    }

    /**
     * Creates the error for values that were waited for together.
     *
     * @param report how far the first that is not everywhere has got
     * @param reports how far each has got
     */
    public PropagationTimeoutException(PropagationReport report, List<PropagationReport> reports) {
        super(sentence(report, reports), null);
        this.report = report;
        this.reports = List.copyOf(reports);
    }

    /**
     * Returns how far the value has got, or the first that is not everywhere, if several were waited for.
     *
     * @return the last report
     */
    public PropagationReport report() {
        return report;
    }

    /**
     * Returns how far each of the values has got that were waited for together.
     *
     * @return the last reports, in the order asked for
     */
    public List<PropagationReport> reports() {
        return reports;
    }

    @Override
    public boolean isTransient() {
        return true;
    }

    private static String sentence(PropagationReport report, List<PropagationReport> reports) {
        String missing = report.servers().stream()
                .filter(server -> !server.has())
                .map(server -> server.server() + " (" + server.last() + ")")
                .collect(Collectors.joining(", "));
        long others = reports.stream()
                        .filter(one -> one.servers().stream().anyMatch(server -> !server.has()))
                        .count()
                - 1;
        return "after " + Texts.of(report.elapsed()) + " the new value of '" + report.name()
                + "' is still not visible at " + missing
                + (others <= 0 ? "" : ", and those of " + others + " more are missing somewhere");
    }
}
