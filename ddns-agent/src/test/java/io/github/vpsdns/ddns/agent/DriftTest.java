// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static io.github.vpsdns.ddns.agent.FakeReadings.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.report.AgentEvent.DriftFound;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of records that somebody else changes. */
class DriftTest {
    private static final String HOME = "home.example.com";

    @TempDir
    private Path directory;

    private AgentWorld world;

    private void published(DriftPolicy policy) {
        world = new AgentWorld(directory, AgentWorld.with(policy, AgentWorld.local(Family.IPV4, HOME)));
        world.host.local("192.0.2.1");
        world.start();
        world.edit("home", "A", "203.0.113.66");
        world.events.clear();
        world.forgetCalls();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private @Nullable String problem() {
        return world.loop.status().records().get(0).problem();
    }

    @Test
    void restoreMakesItRightAtTheNextComparison() {
        published(DriftPolicy.RESTORE);
        world.pass(AgentWorld.INTERVAL);

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.calls()).hasSize(2);
        assertThat(world.events(DriftFound.class)).singleElement().satisfies(drift -> {
            assertThat(drift.expected()).isEqualTo(addresses("192.0.2.1"));
            assertThat(drift.found()).isEqualTo(addresses("203.0.113.66"));
            assertThat(drift.policy()).isEqualTo(DriftPolicy.RESTORE);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAVE", "REPORT"})
    void theOthersLeaveItAndTellOnce(DriftPolicy policy) {
        published(policy);
        world.pass(Duration.ofHours(1));

        assertThat(world.values(HOME, "A")).containsExactly("203.0.113.66");
        assertThat(world.events(DriftFound.class)).hasSize(1);
        assertThat(world.loop.status().records())
                .singleElement()
                .satisfies(records -> assertThat(records.phase()).isEqualTo(Phase.DRIFTED));
    }

    @ParameterizedTest
    @CsvSource({"LEAVE,", "REPORT, somebody else made it 203.0.113.66 instead of 192.0.2.1"})
    void isAProblemWhereItIsToBeReported(DriftPolicy policy, @Nullable String problem) {
        published(policy);
        world.pass(Duration.ofHours(1));

        assertThat(world.loop.status().records())
                .singleElement()
                .satisfies(records -> assertThat(records.problem()).isEqualTo(problem));
    }

    @Test
    void reportMakesItAProblemUntilItIsRight() {
        published(DriftPolicy.REPORT);
        world.pass(AgentWorld.INTERVAL);
        assertThat(problem()).isEqualTo("somebody else made it 203.0.113.66 instead of 192.0.2.1");

        world.edit("home", "A", "192.0.2.1");
        world.pass(AgentWorld.INTERVAL);

        assertThat(problem()).isNull();
    }

    @Test
    void reportTellsOfRecordsThatAreGone() {
        published(DriftPolicy.REPORT);
        world.edit("home", "A");
        world.pass(AgentWorld.INTERVAL);

        assertThat(problem()).isEqualTo("somebody else removed 192.0.2.1");
    }

    @Test
    void leavingEndsWhenTheHostsAddressChanges() {
        published(DriftPolicy.LEAVE);
        world.pass(AgentWorld.INTERVAL);
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void leavingOutlivesARestart() {
        published(DriftPolicy.LEAVE);
        world.pass(AgentWorld.INTERVAL);
        world.restart();
        world.pass(Duration.ofHours(1));

        assertThat(world.values(HOME, "A")).containsExactly("203.0.113.66");
        assertThat(world.events(RecordsPublished.class)).isEmpty();
    }

    @Test
    void anEditThatMakesItRightIsNoDrift() {
        published(DriftPolicy.RESTORE);
        world.edit("home", "A", "192.0.2.1");
        world.pass(AgentWorld.INTERVAL);

        assertThat(world.events(DriftFound.class)).isEmpty();
        assertThat(world.calls()).hasSize(1);
    }

    @Test
    void whileTheAddressIsUnknownNothingIsRestored() {
        published(DriftPolicy.RESTORE);
        world.host.unknown(Family.IPV4, "eth0 is down", null);
        world.pass(Duration.ofMinutes(20));
        assertThat(world.values(HOME, "A")).containsExactly("203.0.113.66");

        world.host.local("192.0.2.1");
        world.pass(Duration.ofSeconds(2));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
    }

    @Test
    void recordsThatAreGoneAreMadeAgain() {
        published(DriftPolicy.RESTORE);
        world.edit("home", "A");
        world.pass(AgentWorld.INTERVAL);

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
    }

    @Test
    void aRecordThatIsGoneWhenItIsToBeChangedMakesTheNameBeListedAtOnce() {
        published(DriftPolicy.RESTORE);
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));

        assertThat(world.calls())
                .containsExactly("PATCH /dns-records/*/", "GET /dns-zones/*/records/", "PATCH /dns-records/*/");
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }
}
