// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;

/** The builder (contract; being written). */
public final class VpsDnsClientBuilder {
    VpsDnsClientBuilder() {}

    /** @param url base url @return this */
    public VpsDnsClientBuilder apiUrl(URI url) {
        return this;
    }

    /** @param token token @return this */
    public VpsDnsClientBuilder token(ApiToken token) {
        return this;
    }

    /** @param product such as "vpsdns-cli/0.1.0" @return this */
    public VpsDnsClientBuilder userAgent(String product) {
        return this;
    }

    /** @param policy retries @return this */
    public VpsDnsClientBuilder retry(RetryPolicy policy) {
        return this;
    }

    /** @param listener told of each call @return this */
    public VpsDnsClientBuilder listener(CallListener listener) {
        return this;
    }

    /** @param time the clock @return this */
    public VpsDnsClientBuilder timekeeper(Timekeeper time) {
        return this;
    }

    /** @return the client */
    public VpsDnsClient build() {
        return new VpsDnsClient();
    }
}
