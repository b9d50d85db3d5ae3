// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One request, before it is sent.
 *
 * @param operation the client method's name, for call listeners
 * @param description what is asked, as in "delete record 42", for messages
 * @param method the HTTP method
 * @param url where to, always within the API's base URL
 * @param body a JSON document, or {@code null} for none
 */
record ApiRequest(
        String operation,
        String description,
        String method,
        HttpUrl url,
        @Nullable String body) {
    /** Whether it changes something, so that it matters whether it reached the API. */
    boolean isWrite() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}
