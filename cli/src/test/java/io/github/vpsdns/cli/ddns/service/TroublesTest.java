// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final ManualTime time = new ManualTime();
    private final Troubles troubles = new Troubles(time);
    private final Samples agent = Samples.well();

    @Test
    void tellsOnceThatRecordsFail() {
        agent.records(Phase.FAILED, "no zone");

        assertThat(look()).containsExactly("failed home.example.com A: no zone; next attempt 2026-01-01T00:01:00Z");
        assertThat(look()).isEmpty();
    }

    @Test
    void tellsThatTheyAreWellAgainWithWhatTheySay() {
        agent.records(Phase.FAILED, "no zone");
        look();
        time.advance(Duration.ofHours(1));
        agent.records(Phase.VERIFIED, null);

        List<Told> turns = troubles.look(agent.status());

        assertThat(turns).singleElement().satisfies(turn -> {
            assertThat(turn.event()).isEqualTo("recovered");
            assertThat(turn.line())
                    .isEqualTo("home.example.com A: well again, after trouble since 2026-01-01T00:00:00Z");
            assertThat(turn.now()).isEqualTo(Samples.ips("192.0.2.1"));
        });
        assertThat(look()).isEmpty();
    }

    @Test
    void tellsThatAFamilyIsKnownAgain() {
        agent.address("192.0.2.1", "no answer");
        assertThat(look()).isEmpty();
        agent.address("192.0.2.1", null);

        assertThat(look()).containsExactly("address-known IPv4: known again, after trouble since 2026-01-01T00:00:00Z");
    }

    @Test
    void tellsOfWhatComesAndGoesAFewTimesADayAndOfEachTheEnd() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 24 * 12; i++) {
            agent.records(Phase.FAILED, "no answer").address("192.0.2.1", "no answer");
            told.addAll(look());
            time.advance(Duration.ofMinutes(2));
            agent.records(Phase.VERIFIED, null).address("192.0.2.1", null);
            told.addAll(look());
            time.advance(Duration.ofMinutes(3));
        }

        assertThat(told).filteredOn(turn -> turn.startsWith("failed ")).hasSize(5);
        assertThat(told).filteredOn(turn -> turn.startsWith("recovered ")).hasSize(5);
        assertThat(told).filteredOn(turn -> turn.startsWith("address-known ")).hasSize(5);
    }

    @Test
    void tellsOfWhatLastsHoweverLatelyItWasTold() {
        agent.records(Phase.FAILED, "no zone");
        look();
        agent.records(Phase.VERIFIED, null);
        look();
        time.advance(Duration.ofMinutes(5));
        agent.records(Phase.FAILED, "no zone");
        assertThat(look()).isEmpty();

        time.advance(Duration.ofMinutes(15));

        assertThat(look()).singleElement().asString().startsWith("failed home.example.com A");
    }

    @Test
    void keepsSilentAboutWhatTheConfigurationHasDropped() {
        agent.records(Phase.FAILED, "no zone");
        look();
        agent.without();

        assertThat(look()).isEmpty();
    }

    private List<String> look() {
        return troubles.look(agent.status()).stream()
                .map(turn -> turn.event() + " " + turn.line())
                .toList();
    }
}
