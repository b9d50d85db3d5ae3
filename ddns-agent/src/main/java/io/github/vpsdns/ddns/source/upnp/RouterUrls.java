// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The URLs that are accepted from a machine: plain http to its own address, given as an address, on port 80 or one that no
 * well-known service has. So nobody who answers a search makes this host call another one.
 *
 * @param address the machine's address
 */
record RouterUrls(InetAddress address) {
    private static final int HTTP_PORT = 80;
    private static final int FIRST_USER_PORT = 1024;

    static RouterUrls at(InetAddress address) {
        return new RouterUrls(address);
    }

    Optional<URI> absolute(String text) {
        try {
            return Optional.of(new URI(text)).filter(this::isOurs);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Optional<URI> within(URI base, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            // Without a path in the base, URI.resolve would glue the two together.
            URI rooted = base.getRawPath().isEmpty() ? base.resolve("/") : base;
            return Optional.of(rooted.resolve(new URI(text.strip()))).filter(this::isOurs);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static int port(URI url) {
        return url.getPort() < 0 ? HTTP_PORT : url.getPort();
    }

    private boolean isOurs(URI url) {
        int port = port(url);
        return "http".equalsIgnoreCase(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && isAddress(url.getHost())
                && (port == HTTP_PORT || (port >= FIRST_USER_PORT && port <= 0xffff));
    }

    private boolean isAddress(String host) {
        try {
            return Family.IPV4.parse(host).equals(address);
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
