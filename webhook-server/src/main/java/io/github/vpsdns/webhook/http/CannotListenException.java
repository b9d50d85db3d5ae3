// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.core.VpsDnsException;

/** An address cannot be listened on: it is in use, not of this host, or not allowed. */
public final class CannotListenException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    CannotListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
