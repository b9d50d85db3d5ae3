// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.whoami;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.dns.DirectLookup;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.ddns.source.WhoamiProvider;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to ask of whom.
 *
 * @param question answered with the asker's address
 * @param servers who answers it, by addresses of the family
 */
record WhoamiService(DirectLookup question, List<InetSocketAddress> servers) {
    private static final int PORT = 53;

    static WhoamiService of(WhoamiProvider provider, Family family) {
        boolean four = family == Family.IPV4;
        return switch (provider) {
            // 1.1.1.1 and its siblings.
            case CLOUDFLARE ->
                new WhoamiService(
                        DirectLookup.chaos(DomainName.of("whoami.cloudflare")),
                        four
                                ? servers(family, "1.1.1.1", "1.0.0.1")
                                : servers(family, "2606:4700:4700::1111", "2606:4700:4700::1001"));
            // resolver1.opendns.com and resolver2.opendns.com.
            case OPENDNS ->
                new WhoamiService(
                        DirectLookup.internet(DomainName.of("myip.opendns.com"), family.recordType()),
                        four
                                ? servers(family, "208.67.222.222", "208.67.220.220")
                                : servers(family, "2620:119:35::35", "2620:119:53::53"));
            // ns1.google.com to ns4.google.com.
            case GOOGLE ->
                new WhoamiService(
                        DirectLookup.authoritative(DomainName.of("o-o.myaddr.l.google.com"), RecordType.TXT),
                        four
                                ? servers(family, "216.239.32.10", "216.239.34.10", "216.239.36.10", "216.239.38.10")
                                : servers(
                                        family,
                                        "2001:4860:4802:32::a",
                                        "2001:4860:4802:34::a",
                                        "2001:4860:4802:36::a",
                                        "2001:4860:4802:38::a"));
        };
    }

    private static List<InetSocketAddress> servers(Family family, String... addresses) {
        return Stream.of(addresses)
                .map(address -> new InetSocketAddress(family.parse(address), PORT))
                .toList();
    }
}
