// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that is an error and no problem document, as load balancers send. */
final class HttpStatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    HttpStatusException(int status, @Nullable Duration retryAfter) {
        super("HTTP " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** Returns how long to wait before the next try, if the answer said so. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** Tells whether the same request may well be answered later. */
    boolean isTransient() {
        return status == 408 || status == 429 || status >= 500;
    }
}
