// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.base.Version;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.api.ApiTokenLocator;
import io.github.vpsdns.core.api.CallListener;
import io.github.vpsdns.core.api.LocatedToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.api.VpsDnsClientBuilder;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The API as a command uses it, open for as long as the command runs. */
public final class ApiConnection implements AutoCloseable {
    private final Frame frame;
    private final CallCounter calls;
    private final VpsDnsClient client;
    private final RecordEditor editor;
    private final ApiOptions options;
    private final LocatedToken token;
    private final boolean vendors;

    private ApiConnection(
            Frame frame,
            LocatedToken found,
            ApiOptions options,
            Duration timeout,
            CallCounter calls,
            List<CallListener> listeners) {
        this.frame = frame;
        this.calls = calls;
        this.options = options;
        this.token = found;
        VpsDnsClientBuilder builder = VpsDnsClient.builder()
                .token(found.token())
                .userAgent("vpsdns-cli/" + Version.number())
                .timekeeper(frame.host().time())
                .retry(RetryPolicy.DEFAULT.within(options.timeout(timeout)))
                .listener(calls);
        listeners.forEach(builder::listener);
        String url = options.url();
        if (url != null) {
            builder.apiUrl(uri(url));
        }
        this.vendors =
                url == null || VpsDnsClientBuilder.DEFAULT_API_URL.getHost().equals(uri(url).getHost());
        this.client = builder.build();
        this.editor = new RecordEditor(client);
    }

    /**
     * Finds the token and prepares the client for somebody who waits; calls nothing yet.
     *
     * @param frame holds the environment
     * @param options where the API and its token are
     * @return the open connection
     * @throws io.github.vpsdns.core.InvalidValueException if the URL or the token is missing or wrong
     */
    public static ApiConnection open(Frame frame, ApiOptions options) {
        return open(frame, options, Duration.ofSeconds(30));
    }

    /**
     * Finds the token and prepares the client; calls nothing yet.
     *
     * @param frame holds the environment
     * @param options where the API and its token are
     * @param timeout how long one operation may take, unless the options say so
     * @return the open connection
     * @throws io.github.vpsdns.core.InvalidValueException if the URL or the token is missing or wrong
     */
    public static ApiConnection open(Frame frame, ApiOptions options, Duration timeout) {
        return open(frame, options, timeout, List.of());
    }

    /**
     * Finds the token and prepares the client; calls nothing yet.
     *
     * @param frame holds the environment
     * @param options where the API and its token are
     * @param timeout how long one operation may take, unless the options say so
     * @param listeners told of each exchange
     * @return the open connection
     * @throws io.github.vpsdns.core.InvalidValueException if the URL or the token is missing or wrong
     */
    public static ApiConnection open(Frame frame, ApiOptions options, Duration timeout, List<CallListener> listeners) {
        return new ApiConnection(frame, locate(frame, options), options, timeout, new CallCounter(), listeners);
    }

    /**
     * Finds the token and prepares a client whose calls are counted together with those of others; calls nothing yet.
     *
     * @param frame holds the environment
     * @param options where the API and its token are
     * @param timeout how long one operation may take, unless the options say so
     * @param calls counts the calls
     * @return the open connection
     * @throws io.github.vpsdns.core.InvalidValueException if the URL or the token is missing or wrong
     */
    public static ApiConnection open(Frame frame, ApiOptions options, Duration timeout, CallCounter calls) {
        return new ApiConnection(frame, locate(frame, options), options, timeout, calls, List.of());
    }

    /**
     * Makes sure that the options can be used and that there is a token, for those who will need them later only.
     *
     * @param frame holds the environment
     * @param options where the API and its token are
     * @throws UsageException if the URL is wrong
     * @throws io.github.vpsdns.core.InvalidValueException if the URL or the token is missing or wrong
     */
    public static void requireUsable(Frame frame, ApiOptions options) {
        open(frame, options).client.close();
    }

    private static LocatedToken locate(Frame frame, ApiOptions options) {
        return new ApiTokenLocator(frame.host().environment()).locate(options.tokenFile());
    }

    /**
     * Returns where the token was found.
     *
     * @return a variable's name or a file's path, never the token
     */
    public String tokenSource() {
        return token.source();
    }

    /**
     * Tells whether another token is to be found now, because it was replaced; for services.
     *
     * @return whether there is one that differs; {@code false} also if none can be found at the moment
     */
    public boolean isOutdated() {
        try {
            return !locate(frame, options).token().equals(token.token());
        } catch (InvalidValueException e) {
            // While a file is being replaced, it may be missing or empty.
            return false;
        }
    }

    /**
     * Tells whether another connection leads to the same place with the same token and limit.
     *
     * @param other another connection
     * @return whether it makes no difference which is used
     */
    public boolean isSameAs(ApiConnection other) {
        return token.token().equals(other.token.token())
                && Objects.equals(options.url(), other.options.url())
                && options.timeout(Duration.ZERO).equals(other.options.timeout(Duration.ZERO));
    }

    /**
     * Tells whether this is the vendor's own API, whose name servers are known.
     *
     * @return whether its host is that of the default URL
     */
    public boolean isVendors() {
        return vendors;
    }

    /**
     * Returns the client.
     *
     * @return the API, one method for each operation
     */
    public VpsDnsClient client() {
        return client;
    }

    /**
     * Returns the editor, which shares the client.
     *
     * @return edits at a full name
     */
    public RecordEditor editor() {
        return editor;
    }

    /**
     * Returns the count of calls.
     *
     * @return what has been called
     */
    public CallCounter calls() {
        return calls;
    }

    /**
     * Finds a zone by its name.
     *
     * @param domain the zone's name as given
     * @return the zone
     */
    public Zone zone(String domain) {
        DomainName name = DomainName.of(domain);
        return client.findZone(name).orElseThrow(() -> new NoSuchZoneException(name, zones()));
    }

    /**
     * Lists the account's zones.
     *
     * @return all of them, in the API's order
     */
    public List<Zone> zones() {
        try (Stream<Zone> zones = client.zones()) {
            return zones.toList();
        }
    }

    @Override
    public void close() {
        client.close();
        if (frame.globals().verbose()) {
            frame.note(calls.toString());
        }
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new UsageException(
                    "--api-url: '" + url + "' is not a URL; expected one such as https://admin.vps.org/api/v1");
        }
    }
}
