// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnsaved;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnusable;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsReleased;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known after a restart, and after other settings. */
class RestartTest {
    private static final String HOME = "home.example.com";

    @TempDir
    private Path directory;

    private AgentWorld world;

    private void publish() {
        world = new AgentWorld(directory, AgentWorld.local(Family.IPV4, HOME));
        world.host.local("192.0.2.1");
        world.start();
        world.forgetCalls();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aRestartWithinTheIntervalCostsNoCall() {
        publish();
        world.restart();
        world.pass(Duration.ofMinutes(4));

        assertThat(world.calls()).isEmpty();
    }

    @Test
    void aChangeWhileItWasDownCostsOneCall() {
        publish();
        world.stop();
        world.host.local("192.0.2.2");
        world.time.advance(Duration.ofMinutes(1));
        world.start();

        assertThat(world.calls()).containsExactly("PATCH /dns-records/*/");
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void anOldMemoryIsComparedBeforeItIsUsed() {
        publish();
        world.stop();
        world.edit("home", "A", "203.0.113.66");
        world.host.local("192.0.2.2");
        world.time.advance(Duration.ofHours(5));
        world.start();

        assertThat(world.calls()).containsExactly("GET /dns-zones/*/records/", "PATCH /dns-records/*/");
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void aWrongIdInMemoryIsFoundOut() {
        publish();
        world.stop();
        world.edit("home", "A", "192.0.2.1");
        world.host.local("192.0.2.2");
        world.start();

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
    }

    @Test
    void aWrongReadingAfterARestartDoesNotCountAtOnce() {
        world = new AgentWorld(directory, AgentWorld.remote(Family.IPV4, HOME));
        world.host.remote("192.0.2.1");
        world.start();
        world.stop();
        world.host.remote("203.0.113.9");
        world.start();
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");

        world.pass(Duration.ofSeconds(1));

        assertThat(world.values(HOME, "A")).containsExactly("203.0.113.9");
    }

    @Test
    void rubbishInTheMemoryIsToldAndLearnedAgain() throws IOException {
        publish();
        world.stop();
        Files.writeString(world.file(), "{\"version\": 1, \"sets\": [");
        world.start();

        assertThat(world.events(MemoryUnusable.class)).hasSize(1);
        assertThat(world.calls()).containsExactly("GET /dns-zones/*/records/");
    }

    @Test
    void aFullDiskIsToldOnceAndKeepsNothingFromBeingPublished() {
        world = new AgentWorld(directory, AgentWorld.local(Family.IPV4, HOME));
        world.on(new FaultyDisk(FaultyDisk.Fault.STAYS_FULL, 4));
        world.host.local("192.0.2.1");
        world.start();
        world.pass(Duration.ofMinutes(10));
        world.host.local("192.0.2.2");
        world.pass(Duration.ofMinutes(1));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
        assertThat(world.events(MemoryUnsaved.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains("No space left"));
    }

    @Test
    void namesThatLeaveTheSettingsKeepTheirRecords() {
        publish();
        world.loop.follow(AgentWorld.local(Family.IPV4, "new.example.com"), world.noDns());
        world.pass(Duration.ofSeconds(2));

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.values("new.example.com", "A")).containsExactly("192.0.2.1");
        assertThat(world.events(RecordsReleased.class))
                .singleElement()
                .satisfies(event -> assertThat(event.name()).hasToString(HOME));
        assertThat(world.calls()).hasSize(2);
    }

    @Test
    void namesThatStayInTheSettingsCostNoCall() {
        publish();
        world.loop.follow(AgentWorld.local(Family.IPV4, HOME), world.noDns());
        world.pass(Duration.ofMinutes(4));

        assertThat(world.calls()).isEmpty();
    }

    @Test
    void refreshingReadsAndComparesNow() {
        publish();
        int before = world.host.detections();
        world.loop.lookAtEverything();
        world.settle();

        assertThat(world.host.detections()).isEqualTo(before + 1);
        assertThat(world.calls()).containsExactly("GET /dns-zones/*/records/");
    }
}
