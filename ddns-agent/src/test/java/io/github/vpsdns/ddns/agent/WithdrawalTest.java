// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.ddns.report.AgentEvent.RecordsWithdrawn;
import java.nio.file.Path;
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
}
