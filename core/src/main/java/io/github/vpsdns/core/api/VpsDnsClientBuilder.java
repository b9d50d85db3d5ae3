// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.http.Backoff;
import io.github.vpsdns.core.http.ClientVersion;
import io.github.vpsdns.core.http.Endpoint;
import io.github.vpsdns.core.http.Transport;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a {@link VpsDnsClient}. Only the token must be given.
 *
 * <p>Not thread-safe. Can build more than one client; later changes do not affect those already built.
 */
public final class VpsDnsClientBuilder {
    /** Where the vendor's API is. */
    public static final URI DEFAULT_API_URL = URI.create("https://admin.vps.org/api/v1");

    private static final Pattern PRODUCT = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private final List<CallListener> listeners = new ArrayList<>();
    private Endpoint endpoint = Endpoint.of(DEFAULT_API_URL);
    private @Nullable ApiToken token;
    private String userAgent = "vpsdns/" + ClientVersion.get();
    private RetryPolicy retry = RetryPolicy.DEFAULT;
    private Duration silence = Duration.ofSeconds(30);
    private Timekeeper time = Timekeeper.system();
    private RandomGenerator random = new Random();
    private boolean quoteLongTxt;

    VpsDnsClientBuilder() {}

    /**
     * Sets where the API is; {@link #DEFAULT_API_URL} by default.
     *
     * @param url the base URL, such as {@code https://admin.vps.org/api/v1}; a bare origin gets {@code /api/v1}. Plain http
     *     is accepted only for this machine ({@code localhost}, {@code 127.0.0.0/8}, {@code [::1]})
     * @return this builder
     * @throws InvalidValueException if the URL cannot be used, or would send the token in the clear
     */
    public VpsDnsClientBuilder apiUrl(URI url) {
        this.endpoint = Endpoint.of(url);
        return this;
    }

    /**
     * Sets the token that every call carries.
     *
     * @param token the token
     * @return this builder
     */
    public VpsDnsClientBuilder token(ApiToken token) {
        this.token = token;
        return this;
    }

    /**
     * Sets what the header {@code User-Agent} says after this library's name and version.
     *
     * @param product such as {@code vpsdns-cli/0.1.0}: printable ASCII
     * @return this builder
     * @throws InvalidValueException if it is empty or has other characters
     */
    public VpsDnsClientBuilder userAgent(String product) {
        if (!PRODUCT.matcher(product).matches()) {
            throw new InvalidValueException("a user agent is refused; expected printable ASCII, such as my-tool/1.0");
        }
        this.userAgent = "vpsdns/" + ClientVersion.get() + " " + product;
        return this;
    }

    /**
     * Sets how long and how often an operation is tried; {@link RetryPolicy#DEFAULT} by default.
     *
     * @param policy the policy
     * @return this builder
     */
    public VpsDnsClientBuilder retry(RetryPolicy policy) {
        this.retry = policy;
        return this;
    }

    /**
     * Sets how long one try may hear nothing from the API before it is taken for lost; 30 seconds by default. The deadline of
     * the operation holds besides.
     *
     * @param limit at least one millisecond
     * @return this builder
     * @throws InvalidValueException if it is shorter
     */
    public VpsDnsClientBuilder silence(Duration limit) {
        if (limit.toMillis() < 1) {
            throw new InvalidValueException("a limit of silence of " + limit + " is refused; expected at least 1 ms");
        }
        this.silence = limit;
        return this;
    }

    /**
     * Adds a listener of HTTP exchanges. What it throws is logged and otherwise ignored.
     *
     * @param listener told of each exchange
     * @return this builder
     */
    public VpsDnsClientBuilder listener(CallListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Sets the clock that deadlines and waits go by; the system's by default.
     *
     * @param time the clock
     * @return this builder
     */
    public VpsDnsClientBuilder timekeeper(Timekeeper time) {
        this.time = time;
        return this;
    }

    /**
     * Sets the source of jitter in waits.
     *
     * @param random a thread-safe generator
     * @return this builder
     */
    public VpsDnsClientBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    /**
     * Sets whether text of more than 255 bytes is sent as quoted chunks, as zone files write it. By default it is sent as it
     * is, as in the vendor's samples; the vendor does not say who cuts it up for DNS.
     *
     * @param quote whether to send {@code "first 255 bytes" "rest"}
     * @return this builder
     */
    public VpsDnsClientBuilder quoteLongTxt(boolean quote) {
        this.quoteLongTxt = quote;
        return this;
    }

    /**
     * Builds the client. Nothing is sent yet.
     *
     * @return the client, to be closed
     * @throws InvalidValueException if no token was given
     */
    public VpsDnsClient build() {
        ApiToken secret = token;
        if (secret == null) {
            throw new InvalidValueException("a client of the API needs a token; none was given");
        }
        Transport transport =
                new Transport(endpoint.isSecure(), secret::reveal, userAgent, silence, time, new Listeners(listeners));
        return new VpsDnsClient(
                transport,
                new ApiUrls(endpoint),
                new Backoff(retry.firstWait(), retry.maxWait(), random),
                retry.deadline(),
                new RecordJson(quoteLongTxt));
    }
}
