// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.base.HostPort;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Reads where the server listens. */
final class ListenReader {
    static final int PORT = 8245;
    private static final int MOST = 20;
    private static final String PLAIN = "http://";
    private static final String TLS = "https://";
    private static final Scalar<ListenAddress> LISTEN = Scalar.text(
                    300, "PORT or HOST:PORT, such as 0.0.0.0:8245, with http:// or https:// before it or without")
            .orNumber()
            .to(ListenReader::address);

    private final boolean withCertificate;

    /** @param withCertificate whether there is one, though perhaps with mistakes */
    ListenReader(boolean withCertificate) {
        this.withCertificate = withCertificate;
    }

    List<ListenAddress> read(YamlMap top) {
        List<ListenAddress> addresses = new ArrayList<>();
        top.get("listen")
                .ifPresent(value -> value.oneOrMore(MOST, "addresses to listen at")
                        .forEach(each -> each.read(LISTEN).ifPresent(address -> add(each, address, addresses))));
        return top.get("listen").isPresent()
                ? addresses
                : List.of(new ListenAddress(new InetSocketAddress(PORT), Speaks.BOTH));
    }

    private void add(YamlValue value, ListenAddress address, List<ListenAddress> addresses) {
        if (address.speaks() == Speaks.TLS && !withCertificate) {
            value.wrong("there is no certificate for https; expected the key tls, or http:// here");
        }
        if (addresses.stream().anyMatch(other -> overlap(other.address(), address.address()))) {
            value.wrong("this port is there twice; expected each port of an address once");
        }
        addresses.add(address);
    }

    /** Tells whether one process cannot listen at both. */
    static boolean overlap(InetSocketAddress one, InetSocketAddress other) {
        return one.getPort() != 0
                && one.getPort() == other.getPort()
                && (one.getAddress().equals(other.getAddress())
                        || one.getAddress().isAnyLocalAddress()
                        || other.getAddress().isAnyLocalAddress());
    }

    private static ListenAddress address(String text) {
        if (text.startsWith(PLAIN)) {
            return new ListenAddress(place(text.substring(PLAIN.length())), Speaks.PLAIN);
        }
        if (text.startsWith(TLS)) {
            return new ListenAddress(place(text.substring(TLS.length())), Speaks.TLS);
        }
        return new ListenAddress(place(text), Speaks.BOTH);
    }

    private static InetSocketAddress place(String text) {
        return Surroundings.told(where -> HostPort.listen(text, where));
    }
}
