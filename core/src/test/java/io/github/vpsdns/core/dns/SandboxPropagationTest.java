// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Behaviour;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In real time, on name servers that somebody else wrote. */
class SandboxPropagationTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final PropagationPolicy POLICY =
            new PropagationPolicy(Duration.ofSeconds(20), Duration.ofMillis(100), Duration.ofSeconds(1));

    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").nameServers(2).start();
    private final AuthoritativeZone zone = AuthoritativeDns.builder()
            .nameServers(sandbox.nameServers())
            .queryTimeout(Duration.ofSeconds(3))
            .build()
            .zone(ZONE);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void seesAChangeAtEachServerWhenItGetsThere() {
        sandbox.dns().server(2).lag(Duration.ofMillis(500));
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", "new");

        PropagationReport report = zone.awaitEverywhere(NAME, new Txt("new"), POLICY, PropagationListener.NONE);

        assertThat(report.servers().get(0).after())
                .isLessThan(report.servers().get(1).after());
        assertThat(report.servers().get(1).after()).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void waitsForTwentyFiveNamesBehindASlowServerOnce() {
        Duration lag = Duration.ofMillis(800);
        sandbox.dns().server(2).lag(lag);
        Map<DomainName, Set<RecordData>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < 25; i++) {
            String name = "_acme-challenge.n" + i;
            sandbox.zones().add("example.com", name, "TXT", "value " + i);
            wanted.put(DomainName.of(name + ".example.com"), Set.of(new Txt("value " + i)));
        }

        List<PropagationReport> reports = zone.awaitAllEverywhere(wanted, POLICY, PropagationListener.NONE);

        assertThat(reports).hasSize(25).allMatch(report -> report.elapsed().compareTo(lag.multipliedBy(4)) < 0);
        assertThat(sandbox.dns().server(1).queries()).hasSize(25);
    }

    @Test
    void takesAnswersOverTcp() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", "x".repeat(2000));
        sandbox.dns().server(2).behave(Behaviour.TRUNCATED);

        assertThat(zone.lookup(NAME, RecordType.TXT).values())
                .hasSize(2)
                .allMatch(answer -> answer.equals(new Answer.Data(List.of(new Txt("x".repeat(2000))))));
    }

    @Test
    void leavesOutAServerThatIsDown() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", "new");
        sandbox.dns().server(1).behave(Behaviour.SILENT);

        PropagationReport report = zone.awaitEverywhere(NAME, new Txt("new"), POLICY, PropagationListener.NONE);

        assertThat(report.servers())
                .extracting(PropagationReport.ServerState::has)
                .containsExactly(false, true);
    }

    @Test
    void findsTheZoneOfAName() {
        assertThat(AuthoritativeDns.builder()
                        .nameServers(sandbox.nameServers())
                        .build()
                        .zoneContaining(DomainName.of("_acme-challenge.a.b.example.com"))
                        .apex())
                .isEqualTo(ZONE);
    }

    @Test
    void doesNotTakeARefusalForAbsence() {
        sandbox.dns().server(1).behave(Behaviour.SERVFAIL);
        sandbox.dns().server(2).behave(Behaviour.REFUSED);

        assertThatThrownBy(() -> zone.alias(NAME))
                .isInstanceOf(DnsLookupException.class)
                .hasMessageContaining("SERVFAIL")
                .hasMessageContaining("REFUSED");
    }
}
