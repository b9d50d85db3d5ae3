// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** What a file holds is no memory; the message is a clause. */
final class UnusableMemoryException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    UnusableMemoryException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
