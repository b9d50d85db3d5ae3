// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import java.time.Duration;

/**
 * One HTTP exchange with the API that is over, for metrics and progress.
 *
 * @param operation the client method's name, such as {@code createRecord}
 * @param method the HTTP method
 * @param attempt 1 for the first try, more for retries
 * @param status the HTTP status, 0 if no answer came
 * @param duration from sending to the end of the answer's head
 */
public record CallEvent(String operation, String method, int attempt, int status, Duration duration) {}
