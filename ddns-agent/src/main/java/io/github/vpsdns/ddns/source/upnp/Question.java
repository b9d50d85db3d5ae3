// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.address.Family;
import java.nio.charset.StandardCharsets;

/** The action that tells the address of a family, and its one call without arguments (Device Architecture 1.1 section 3.2.1). */
enum Question {
    /** WANIPConnection:1 section 2.4.18. */
    IPV4(Family.IPV4, "GetExternalIPAddress", "NewExternalIPAddress"),
    /** AVM's own, in the WANIPConnection:1 of FRITZ!Box routers; the standard has none. */
    IPV6(Family.IPV6, "X_AVM_DE_GetExternalIPv6Address", "NewExternalIPv6Address");

    private final Family family;
    private final String name;
    private final String argument;

    Question(Family family, String name, String argument) {
        this.family = family;
        this.name = name;
        this.argument = argument;
    }

    static Question of(Family family) {
        return family == Family.IPV4 ? IPV4 : IPV6;
    }

    Family family() {
        return family;
    }

    String response() {
        return name + "Response";
    }

    String argument() {
        return argument;
    }

    /** Returns the header SOAPACTION, which is quoted. */
    String action(String serviceType) {
        return '"' + serviceType + '#' + name + '"';
    }

    byte[] envelope(String serviceType) {
        return ("<?xml version=\"1.0\"?>\r\n"
                        + "<s:Envelope xmlns:s=\"" + SoapReply.ENVELOPE + "\""
                        + " s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\">"
                        + "<s:Body><u:" + name + " xmlns:u=\"" + serviceType + "\"></u:" + name + "></s:Body>"
                        + "</s:Envelope>\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
