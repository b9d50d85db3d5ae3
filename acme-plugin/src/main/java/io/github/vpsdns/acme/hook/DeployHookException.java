// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.hook;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.command.CommandException;

/** The certificate is installed, but the command that was to be run then did not do well. */
public final class DeployHookException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failed how the command failed
     */
    DeployHookException(CommandException failed) {
        super("the certificate is installed, but " + failed.getMessage(), failed);
    }
}
