// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the API said about an error; the facts that {@link ApiException} carries.
 *
 * @param operation what was asked, such as {@code "create record _acme-challenge TXT in example.com"}
 * @param status the HTTP status, 400 to 599
 * @param code the API's {@code error_code}, or {@code null}
 * @param field the field of the request that is wrong, or {@code null}
 * @param detail the API's message, one line; its wording is not a contract
 * @param retryAfter how long the API asks to wait, or {@code null}
 * @param body the start of the body as it came, for diagnosis; at most 2,000 characters
 */
public record Problem(
        String operation,
        int status,
        @Nullable String code,
        @Nullable String field,
        String detail,
        @Nullable Duration retryAfter,
        String body) {}
