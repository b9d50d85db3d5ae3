// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.core.VpsDnsException;

/** A notice did not arrive. */
final class UndeliveredException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    UndeliveredException(String message) {
        super(message, null);
    }
}
