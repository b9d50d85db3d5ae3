// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import java.time.Duration;

/** Is told of each exchange once, when it is over for its caller, on the caller's thread. */
@FunctionalInterface
public interface ExchangeObserver {
    /**
     * Takes note of an exchange.
     *
     * @param operation the client method's name
     * @param method the HTTP method
     * @param attempt 1 for the first try
     * @param status the HTTP status, 0 if no answer came
     * @param duration until the answer's head came, or until it was given up
     */
    void exchanged(String operation, String method, int attempt, int status, Duration duration);
}
