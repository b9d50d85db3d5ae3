// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http.client;

import io.github.vpsdns.webhook.exchange.Headers;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out who sent a request. Fields about it are believed only as far as they were written by trusted proxies: from the right,
 * up to the first address that is none ({@code X-Forwarded-For}, RFC 7239 section 4).
 *
 * <p>Where {@code X-Forwarded-For} is there, {@code Forwarded} is not looked at: proxies that add to the one pass the other through
 * as the client made it up. A proxy that writes {@code Forwarded} must remove the other.
 *
 * <p>Thread-safe.
 */
public final class ClientResolver {
    private final TrustedProxies proxies;

    /**
     * Believes some proxies.
     *
     * @param proxies which
     */
    public ClientResolver(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /**
     * Follows the request back to its sender.
     *
     * @param peer the connection's other end
     * @param secure whether the connection is TLS
     * @param headers the request's fields
     * @return who sent it, as far as that can be believed
     */
    public Client resolve(InetAddress peer, boolean secure, Headers headers) {
        InetAddress direct = ClientAddress.plain(peer);
        if (!proxies.has(direct)) {
            return new Client(direct, secure);
        }
        List<String> named = csv(headers.all("X-Forwarded-For"));
        List<ForwardedHop> hops =
                named.isEmpty() ? ForwardedHop.parse(csv(headers.all("Forwarded"))) : ForwardedHop.of(named);
        return new Client(follow(direct, hops), protocol(headers, hops).orElse(secure));
    }

    private InetAddress follow(InetAddress direct, List<ForwardedHop> hops) {
        InetAddress believed = direct;
        for (int at = hops.size() - 1; at >= 0 && proxies.has(believed); at--) {
            Optional<InetAddress> before = hops.get(at).sender();
            if (before.isEmpty()) {
                break;
            }
            believed = before.get();
        }
        return believed;
    }

    /** The last word is that of the proxy that we see; what stands before it, a client may have made up. */
    private static Optional<Boolean> protocol(Headers headers, List<ForwardedHop> hops) {
        Stream<String> named = csv(headers.all("X-Forwarded-Proto")).stream();
        Stream<String> forwarded = hops.stream().flatMap(hop -> hop.protocol().stream());
        return Stream.concat(named, forwarded).reduce((first, last) -> last).map("https"::equalsIgnoreCase);
    }

    private static List<String> csv(List<String> values) {
        List<String> all = new ArrayList<>();
        values.forEach(value -> Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(all::add));
        return all;
    }
}
