// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.net.InetSocketAddress;

/**
 * One address of a name server.
 *
 * @param host its name, or its address where it was given as one
 * @param address where it is asked, resolved
 */
public record NameServer(String host, InetSocketAddress address) {
    /**
     * Returns the server as a person would name it.
     *
     * @return such as {@code ns1.vps.org (192.0.2.53)} or {@code 127.0.0.1:5353}
     */
    @Override
    public String toString() {
        String at = address.getAddress().getHostAddress() + (address.getPort() == 53 ? "" : ":" + address.getPort());
        return host.equals(address.getAddress().getHostAddress()) ? at : host + " (" + at + ")";
    }
}
