// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.ddns.report.AgentEvent.RecordsWithdrawn;
import io.github.vpsdns.sandbox.control.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removing what the agent has published, and nothing else. */
class WithdrawalTest {
    private static final String HOME = "home.example.com";

    @TempDir
    private Path directory;

    private AgentWorld world;

    private void publish() {
        world = new AgentWorld(directory, AgentWorld.both(HOME));
        world.host.local("192.0.2.1");
        world.host.local("2001:db8::1");
        world.start();
        world.forgetCalls();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whatWasPublishedIsRemovedAfterOneListing() {
        publish();
        world.edit("home", "TXT", "hello");
        world.loop.withdraw();
        world.settle();

        assertThat(world.calls())
                .containsExactly("GET /dns-zones/*/records/", "DELETE /dns-records/*/", "DELETE /dns-records/*/");
        assertThat(world.sandbox.zones().records("example.com"))
                .extracting(r -> r.type())
                .containsExactly("TXT");
        assertThat(world.events(RecordsWithdrawn.class)).hasSize(2);
    }

    @Test
    void addressesOfOthersStay() {
        publish();
        world.sandbox.zones().add("example.com", "home", "A", "203.0.113.66");
        world.loop.withdraw();
        world.settle();

        assertThat(world.values(HOME, "A")).containsExactly("203.0.113.66");
    }

    @Test
    void withdrawnRecordsArePublishedAgainByTheNextLife() {
        publish();
        world.loop.withdraw();
        world.settle();
        world.restart();

        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.1");
        assertThat(world.values(HOME, "AAAA")).containsExactly("2001:db8::1");
    }

    @Test
    void aNameThatWaitsForItsNextTryIsWithdrawnAtOnce() {
        publish();
        world.sandbox.faults().add(Fault.status(400).on("PATCH", "/**"));
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));
        world.loop.withdraw();
        world.settle();

        assertThat(world.values(HOME, "A")).isEmpty();
    }

    @Test
    void anAddressWhoseAnswerWasLostIsRemovedThoughAnotherOneIsWantedByNow() {
        publish();
        world.sandbox.faults().add(Fault.drop().on("GET", "/**").always());
        world.sandbox.faults().add(Fault.drop().afterCommit().on("PATCH", "/**").always());
        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));
        assertThat(world.values(HOME, "A")).containsExactly("192.0.2.2");
        world.sandbox.faults().clear();
        world.sandbox.faults().add(Fault.drop().on("PATCH", "/**").always());
        world.host.local("192.0.2.3");
        world.pass(Duration.ofSeconds(2));
        world.sandbox.faults().clear();
        world.loop.withdraw();
        world.settle();

        assertThat(world.values(HOME, "A")).isEmpty();
    }
}
