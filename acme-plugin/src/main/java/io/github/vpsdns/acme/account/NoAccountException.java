// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.account;

import io.github.vpsdns.core.VpsDnsException;
import java.net.URI;

/** There is no account at a CA, as far as the store knows. */
public final class NoAccountException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param server the CA's ACME directory
     */
    public NoAccountException(URI server) {
        super("there is no account at the CA " + server + " here; the first certificate from it makes one", null);
    }
}
