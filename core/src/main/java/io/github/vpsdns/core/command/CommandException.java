// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** A command could not be run, did not end in time, or ended with another status than 0. */
public final class CommandException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param role what the command is for, such as {@code deploy hook}
     * @param problem what happened, one clause
     * @param output the last of what the command printed, or empty
     * @param cause what was thrown below, or {@code null}
     */
    CommandException(String role, String problem, String output, @Nullable Throwable cause) {
        super("the " + role + " " + problem + (output.isBlank() ? "" : ": " + output.strip()), cause);
    }
}
