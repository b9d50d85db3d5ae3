// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On BIND 9 itself. */
@NeedsPrograms({"named", "rndc"})
class BindPropagationTest {
    private static final PropagationPolicy POLICY =
            new PropagationPolicy(Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(5));

    @Test
    void understandsWhatBindSays() {
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutDns()
                        .bind(named.target())
                        .zone("example.com")
                        .start()) {
            AuthoritativeDns dns = AuthoritativeDns.builder()
                    .nameServers(List.of(named.address()))
                    .build();
            AuthoritativeZone zone = dns.zone(DomainName.of("example.com"));
            DomainName name = DomainName.of("_acme-challenge.example.com");
            DomainName alias = DomainName.of("alias.example.com");
            String text = "long \"text\" \\ ".repeat(200) + "ü";
            assertThat(zone.lookup(name, RecordType.TXT).values()).containsExactly(new Answer.NoSuchName());

            sandbox.zones().add("example.com", "_acme-challenge", "TXT", text);
            sandbox.zones().add("example.com", "alias", "CNAME", "_acme-challenge.example.com");

            zone.awaitEverywhere(name, new Txt(text), POLICY, PropagationListener.NONE);
            zone.awaitEverywhere(alias, new Txt(text), POLICY, PropagationListener.NONE);
            assertThat(zone.lookup(name, RecordType.MX).values()).containsExactly(new Answer.NoData());
            assertThat(zone.alias(name)).isEmpty();
            assertThat(zone.alias(alias)).isEqualTo(Optional.of(name));
            assertThat(zone.lookup(alias, RecordType.TXT).values()).containsExactly(new Answer.Alias(name));
            assertThat(dns.zoneContaining(DomainName.of("a._acme-challenge.b.example.com"))
                            .apex())
                    .isEqualTo(zone.apex());
            assertThat(dns.zoneContaining(alias).apex()).isEqualTo(zone.apex());
        }
    }
}
