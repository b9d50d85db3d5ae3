// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer that is an error and no problem document (RFC 7807), as load balancers send. Immutable. */
public final class HttpStatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    /**
     * Creates the error.
     *
     * @param status the HTTP status, 400 to 599
     * @param retryAfter how long to wait before the next try, negative if that time has passed, or {@code null} if not said
     */
    public HttpStatusException(int status, @Nullable Duration retryAfter) {
        super("HTTP " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Returns how long to wait before the next try.
     *
     * @return the time, negative if it has passed; empty if the answer did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Tells whether the same request may well be answered later.
     *
     * @return whether the status is one of those that pass
     */
    public boolean isTransient() {
        return status == 408 || status == 429 || status >= 500;
    }
}
