// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.http.ClientVersion;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The questions of a search (UPnP Device Architecture 1.1 sections 1.3.2 and 1.3.3). */
final class SearchMessage {
    /** How long routers may wait before they answer, so that not all do at once: MX, in seconds. */
    static final int SECONDS = 2;

    private static final List<String> TARGETS = List.of(
            "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
            "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
            "urn:schemas-upnp-org:service:WANIPConnection:1",
            "urn:schemas-upnp-org:service:WANIPConnection:2",
            "urn:schemas-upnp-org:service:WANPPPConnection:1");

    private SearchMessage() {}

    /** Returns one datagram for each kind of device and service: some routers answer only one of them. */
    static List<byte[]> all(InetSocketAddress to) {
        return TARGETS.stream().map(target -> of(target, to)).toList();
    }

    private static byte[] of(String target, InetSocketAddress to) {
        return String.join(
                        "\r\n",
                        "M-SEARCH * HTTP/1.1",
                        "HOST: " + to.getAddress().getHostAddress() + ":" + to.getPort(),
                        "MAN: \"ssdp:discover\"",
                        "MX: " + SECONDS,
                        "ST: " + target,
                        "USER-AGENT: Java/17 UPnP/1.1 vpsdns/" + ClientVersion.get(),
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
