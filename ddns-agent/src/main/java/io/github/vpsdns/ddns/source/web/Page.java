// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The body of an answer, where the answer is one. */
final class Page {
    /** Cloudflare's trace has 300 bytes, the longest JSON of such a page about 1000. */
    private static final int LIMIT = 4096;

    private static final int OK = 200;

    private Page() {}

    /** Must be called before OkHttp can act on the status: of itself it asks again after some, such as 503 and 408. */
    static Response requireOk(SourceSpec source, Response response) {
        if (response.code() != OK) {
            throw new SourceException(source + " answered " + response.code() + target(response), null);
        }
        return response;
    }

    static byte[] body(SourceSpec source, Response response) throws IOException {
        byte[] body = response.body().byteStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new SourceException(source + " answered with more than " + LIMIT + " bytes", null);
        }
        return body;
    }

    /** Of where a redirect leads only the origin is told: the rest may be anything, and long. */
    private static String target(Response response) {
        @Nullable String location = response.isRedirect() ? response.header("Location") : null;
        @Nullable
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        return target == null
                ? ""
                : ", a redirect to " + target.scheme() + "://" + target.host() + ", and is not followed there";
    }
}
