// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.dns.internal.Resolver;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** A program that looks up one name and ends as programs do, without being told to. */
final class OneLookup {
    private OneLookup() {}

    /** Takes the port of a name server on loopback. */
    public static void main(String[] args) {
        Resolver.systemServers();
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        DomainName zone = DomainName.of("example.com");
        AuthoritativeDns dns =
                AuthoritativeDns.builder().nameServers(List.of(server)).build();
        dns.zone(zone).lookup(zone, RecordType.TXT).values().forEach(System.out::println);
    }
}
