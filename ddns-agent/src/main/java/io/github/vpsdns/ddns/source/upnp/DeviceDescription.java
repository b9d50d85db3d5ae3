// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What a router says of itself, as far as it matters here.
 *
 * @param gateways the services that may know an external address, at least one, in the router's order
 */
record DeviceDescription(List<Gateway> gateways) {
    private static final String NAMESPACE = "urn:schemas-upnp-org:device-1-0";
    private static final Pattern SERVICE =
            Pattern.compile("urn:schemas-upnp-org:service:(WANIPConnection:[12]|WANPPPConnection:1)");

    /**
     * Reads a description (UPnP Device Architecture 1.1 section 2.3).
     *
     * @throws IOException if it is none, or has no such service on the machine it came from
     */
    static DeviceDescription of(HttpReply reply, SearchAnswer from) throws IOException {
        if (reply.status() != 200) {
            throw new IOException(name(from) + " answered HTTP " + reply.status() + " instead of its description");
        }
        Element root = Xml.parse(reply.body(), name(from));
        URI base = base(root, from);
        List<Gateway> gateways = Xml.descendants(root, NAMESPACE, "service")
                .filter(service -> SERVICE.matcher(text(service, "serviceType")).matches())
                .flatMap(service -> RouterUrls.at(from.from()).within(base, text(service, "controlURL")).stream()
                        .map(control -> new Gateway(control, text(service, "serviceType"))))
                .toList();
        if (gateways.isEmpty()) {
            throw new IOException(name(from) + " describes no WANIPConnection and no WANPPPConnection of its own");
        }
        return new DeviceDescription(gateways);
    }

    /** URLBase is deprecated since 1.1 and wrong often enough; where it leads elsewhere the description's own URL counts. */
    private static URI base(Element root, SearchAnswer from) {
        return RouterUrls.at(from.from()).absolute(text(root, "URLBase")).orElse(from.location());
    }

    private static String text(Element parent, String name) {
        return Xml.children(parent, NAMESPACE, name)
                .findFirst()
                .map(child -> child.getTextContent().strip())
                .orElse("");
    }

    private static String name(SearchAnswer from) {
        return "the router at " + from.from().getHostAddress();
    }
}
