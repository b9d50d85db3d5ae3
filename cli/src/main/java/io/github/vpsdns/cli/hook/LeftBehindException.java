// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.core.VpsDnsException;
import java.util.stream.Collectors;

/** Values that a client no longer needs could not be removed. No journal knows of them, so the reader has to. */
final class LeftBehindException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    LeftBehindException(CleanupReport report) {
        super(
                "could not remove "
                        + report.left().stream()
                                .map(left -> "'" + left.value() + "' at " + left.name() + " (" + left.reason() + ")")
                                .collect(Collectors.joining(", ")),
                null);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
