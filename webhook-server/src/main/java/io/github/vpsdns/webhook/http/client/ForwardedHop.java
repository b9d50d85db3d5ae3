// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http.client;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one proxy says about whom it got a request from.
 *
 * @param sender the address, empty if it is unknown or hidden
 * @param protocol {@code http} or {@code https}, empty if it does not say
 */
record ForwardedHop(Optional<InetAddress> sender, Optional<String> protocol) {
    /** Reads the elements of {@code X-Forwarded-For}. */
    static List<ForwardedHop> of(List<String> addresses) {
        return addresses.stream()
                .map(text -> new ForwardedHop(ClientAddress.parse(text), Optional.empty()))
                .toList();
    }

    /** Reads the elements of {@code Forwarded} (RFC 7239 section 4). */
    static List<ForwardedHop> parse(List<String> elements) {
        return elements.stream().map(ForwardedHop::element).toList();
    }

    private static ForwardedHop element(String element) {
        Optional<InetAddress> sender = Optional.empty();
        Optional<String> protocol = Optional.empty();
        for (String pair : element.split(";", -1)) {
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : unquoted(pair.substring(equals + 1).strip());
            switch (equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                case "for" -> sender = ClientAddress.parse(value);
                case "proto" -> protocol = Optional.of(value);
                default -> {
                    // "by", "host" and extensions say nothing about the client
                }
            }
        }
        return new ForwardedHop(sender, protocol);
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
