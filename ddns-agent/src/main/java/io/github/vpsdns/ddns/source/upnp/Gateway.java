// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/**
 * A router's service that may know the external address.
 *
 * @param control where it takes calls, at the router's own address
 * @param serviceType its type, such as {@code urn:schemas-upnp-org:service:WANIPConnection:1}
 */
record Gateway(URI control, String serviceType) {
    /**
     * Asks for the address now.
     *
     * @throws RefusalException if it understood and has none
     * @throws IOException if it could not be asked, or what it said could not be understood
     */
    InetAddress address(Family family, Deadline deadline) throws IOException, InterruptedException {
        Question question = Question.of(family);
        HttpReply reply =
                PlainHttp.post(control, question.action(serviceType), question.envelope(serviceType), deadline);
        return new SoapReply(question, this).read(reply);
    }

    /** Returns the router's own address. */
    InetAddress host() {
        return Family.IPV4.parse(control.getHost());
    }

    /** Returns the router's name in messages. */
    String name() {
        return "the router at " + control.getHost();
    }
}
