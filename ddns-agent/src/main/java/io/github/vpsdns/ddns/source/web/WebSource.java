// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.ddns.source.text.ToldAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A web page that says from where it was asked. It is asked over the family's transport, directly, by HTTP/1.1 and without
 * following redirects; certificates are checked.
 *
 * <p>Immutable and thread-safe. A reading has a thread and a connection of its own, which end with it; only a look-up in the
 * system's resolver, which nothing can end, may outlast it, and one idle thread of OkHttp's for a minute.
 */
public final class WebSource implements AddressSource {
    static final String THREAD = "vpsdns-web";

    private final SourceSpec.Web spec;
    private final HttpUrl url;
    private final OkHttpClient client;

    /**
     * Takes the page.
     *
     * @param spec with its URL
     * @throws InvalidValueException if no HTTP client could ask for that URL
     */
    public WebSource(SourceSpec.Web spec) {
        this(spec, WebClient.shared());
    }

    WebSource(SourceSpec.Web spec, OkHttpClient client) {
        @Nullable HttpUrl known = HttpUrl.get(spec.url());
        if (known == null) {
            throw new InvalidValueException(
                    "'" + spec + "' is no usable URL; expected one such as https://example.com/ip");
        }
        this.spec = spec;
        this.url = known;
        this.client = client;
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        requireFamily(family);
        Call call = call(family, limit);
        FutureTask<byte[]> page = new FutureTask<>(() -> ask(call));
        Thread thread = new Thread(page, THREAD);
        thread.setDaemon(true);
        thread.start();
        try {
            byte[] body = page.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return List.of(ToldAddress.require(spec, family, EchoBody.told(body)));
        } catch (TimeoutException e) {
            throw new SourceException(spec + " did not answer in time", e);
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("asking " + spec, e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            call.cancel();
        }
    }

    /** OkHttp connects to an address in a URL without asking for the host's addresses. */
    private void requireFamily(Family family) {
        ToldAddress.in(url.host())
                .map(Family::of)
                .filter(other -> other != family)
                .ifPresent(other -> {
                    throw new SourceException(
                            spec + " cannot be asked over " + family + ": its host is an " + other + " address", null);
                });
    }

    private Call call(Family family, Duration limit) {
        // A third of the time, so that a host's second address gets its turn where the first one is silent.
        Duration connecting = Duration.ofMillis(Math.max(1, Math.min(limit.toMillis() / 3, Integer.MAX_VALUE)));
        return client.newBuilder()
                .dns(new FamilyDns(family, client.dns()))
                .connectTimeout(connecting)
                .addNetworkInterceptor(chain -> Page.requireOk(spec, chain.proceed(chain.request())))
                .build()
                .newCall(new Request.Builder()
                        .url(url)
                        .header("User-Agent", WebClient.USER_AGENT)
                        .header("Accept", "text/plain, application/json;q=0.9")
                        .header("Accept-Encoding", "identity")
                        .header("Connection", "close")
                        .build());
    }

    private byte[] ask(Call call) throws IOException {
        try (Response response = call.execute()) {
            return Page.body(spec, response);
        }
    }

    private SourceException failure(@Nullable Throwable thrown) {
        if (thrown instanceof SourceException told) {
            return told;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        String what = thrown instanceof IOException broken ? WebFailures.describe(broken) : "cannot be asked";
        return new SourceException(spec + " " + what, thrown);
    }
}
