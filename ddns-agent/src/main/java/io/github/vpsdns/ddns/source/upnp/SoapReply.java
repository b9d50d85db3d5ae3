// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Reads what a router answered (UPnP Device Architecture 1.1 section 3.2).
 *
 * @param question what was asked
 * @param gateway who was asked
 */
record SoapReply(Question question, Gateway gateway) {
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final String CONTROL = "urn:schemas-upnp-org:control-1-0";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    /** Routers answer in another version of the service than they were asked in, or in the other service's name. */
    private static final Pattern SERVICE =
            Pattern.compile("urn:schemas-upnp-org:service:WAN(IP|PPP)Connection:[0-9]{1,2}");

    private static final String INVALID_ACTION = "401";
    private static final String NOT_IMPLEMENTED = "602";
    private static final Map<String, String> ERRORS = Map.of(
            INVALID_ACTION,
            "invalid action",
            "402",
            "invalid arguments",
            "501",
            "action failed",
            NOT_IMPLEMENTED,
            "optional action not implemented",
            "606",
            "action not authorized");

    InetAddress read(HttpReply reply) throws IOException {
        if (reply.status() != 200 && reply.status() != 500) {
            throw new IOException(gateway.name() + " answered HTTP " + reply.status());
        }
        Element root = Xml.parse(reply.body(), gateway.name());
        Element body = only(root, ENVELOPE, "Body");
        if (reply.status() == 500) {
            throw refusal(body);
        }
        Element response = Xml.children(body)
                .filter(child -> question.response().equals(child.getLocalName()) && isOfService(child))
                .findFirst()
                .orElseThrow(this::notUnderstood);
        return address(Xml.children(response)
                .filter(child -> question.argument().equals(child.getLocalName()))
                .findFirst()
                .orElseThrow(this::notUnderstood)
                .getTextContent()
                .strip());
    }

    private InetAddress address(String text) throws IOException {
        if (text.isEmpty()) {
            throw noneNow();
        }
        try {
            InetAddress address = question.family().parse(text);
            if (address.isAnyLocalAddress()) {
                throw noneNow();
            }
            return address;
        } catch (InvalidValueException e) {
            throw new IOException(gateway.name() + " told something that is no " + question.family() + " address", e);
        }
    }

    private RefusalException noneNow() {
        return RefusalException.forNow(
                gateway.name() + " has no external " + question.family() + " address now, or a private one");
    }

    private IOException refusal(Element body) throws IOException {
        String code = Xml.descendants(body, CONTROL, "errorCode")
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .filter(text -> NUMBER.matcher(text).matches())
                .orElseThrow(this::notUnderstood);
        String told = "UPnP error " + code + (ERRORS.containsKey(code) ? ", " + ERRORS.get(code) : "");
        if (question.family() == Family.IPV6 && (code.equals(INVALID_ACTION) || code.equals(NOT_IMPLEMENTED))) {
            return RefusalException.forGood(
                    gateway.name() + " does not tell its IPv6 address by UPnP (" + told + ")", gateway);
        }
        return RefusalException.forNow(gateway.name() + " does not tell its address (" + told + ")");
    }

    private static boolean isOfService(Element child) {
        return child.getNamespaceURI() != null
                && SERVICE.matcher(child.getNamespaceURI()).matches();
    }

    private Element only(Element parent, String namespace, String name) throws IOException {
        return Xml.children(parent)
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .findFirst()
                .orElseThrow(this::notUnderstood);
    }

    private IOException notUnderstood() {
        return new IOException(gateway.name() + " answered something that is no answer to the question");
    }
}
