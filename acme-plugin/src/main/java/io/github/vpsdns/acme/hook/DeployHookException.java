// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.hook;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** The certificate is installed, but the command that was to be run then did not do well. */
public final class DeployHookException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem what happened, one clause
     * @param output the last of what the command printed, or empty
     * @param cause what was thrown below, or {@code null}
     */
    DeployHookException(String problem, String output, @Nullable Throwable cause) {
        super(
                "the certificate is installed, but the deploy hook " + problem
                        + (output.isBlank() ? "" : ": " + output.strip()),
                cause);
    }
}
