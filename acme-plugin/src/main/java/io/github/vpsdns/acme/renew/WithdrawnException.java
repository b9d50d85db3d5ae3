// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.core.VpsDnsException;

/**
 * A certificate is not wanted any more, such as one that was deleted or revoked while its renewal waited. Nothing is got, and
 * nothing is remembered of it.
 */
public final class WithdrawnException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Says so.
     *
     * @param message one sentence
     */
    public WithdrawnException(String message) {
        super(message, null);
    }
}
