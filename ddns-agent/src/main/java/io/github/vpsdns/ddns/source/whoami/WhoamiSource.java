// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.whoami;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.dns.DnsLookupException;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.ddns.source.text.ToldAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A provider's name servers, which say from where they were asked. Of several the next one is asked where one is silent or refuses.
 *
 * <p>Immutable and thread-safe; a reading starts no thread.
 */
public final class WhoamiSource implements AddressSource {
    /** Google's servers tell besides for which network a resolver said that it asks (RFC 7871). */
    private static final String OF_A_RESOLVER = "edns0-client-subnet ";

    private final SourceSpec.Whoami spec;
    private final Function<Family, WhoamiService> services;

    /**
     * Takes the provider.
     *
     * @param spec whose servers to ask
     */
    public WhoamiSource(SourceSpec.Whoami spec) {
        this(spec, family -> WhoamiService.of(spec.provider(), family));
    }

    /** Asks the provider's question elsewhere. */
    WhoamiSource(SourceSpec.Whoami spec, List<InetSocketAddress> servers) {
        this(
                spec,
                family -> new WhoamiService(
                        WhoamiService.of(spec.provider(), family).question(), servers));
    }

    private WhoamiSource(SourceSpec.Whoami spec, Function<Family, WhoamiService> services) {
        this.spec = spec;
        this.services = services;
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        WhoamiService service = services.apply(family);
        List<String> told;
        try {
            told = service.question().ask(service.servers(), limit).stream()
                    .map(WhoamiSource::text)
                    .filter(text -> !text.startsWith(OF_A_RESOLVER))
                    .toList();
        } catch (DnsLookupException e) {
            throw new SourceException(spec + ": " + e.getMessage(), e);
        }
        if (told.size() != 1) {
            throw new SourceException(spec + " told " + told.size() + " values; expected one address", null);
        }
        return List.of(ToldAddress.require(spec, family, told.get(0)));
    }

    /** Of what is no text, the value is as text what it is. */
    private static String text(RecordData data) {
        return data instanceof Txt txt ? txt.text() : data.value();
    }
}
