// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import io.github.vpsdns.core.http.ClientVersion;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** How pages are asked: directly, once, and without anything kept between two readings. */
final class WebClient {
    static final String USER_AGENT = "vpsdns/" + ClientVersion.get();

    private WebClient() {}

    /** Shared, because what it trusts takes a megabyte; made when the first page is asked. */
    private static final class Shared {
        static final OkHttpClient CLIENT = create();
    }

    static OkHttpClient shared() {
        return Shared.CLIENT;
    }

    private static OkHttpClient create() {
        return new OkHttpClient.Builder()
                // A proxy's address is not this host's.
                .proxy(Proxy.NO_PROXY)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                // One address after the other; more at once would take threads that stay for a minute.
                .fastFallback(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                // The reader watches over the time, and closes the socket when it is over: no thread is needed for it.
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }
}
