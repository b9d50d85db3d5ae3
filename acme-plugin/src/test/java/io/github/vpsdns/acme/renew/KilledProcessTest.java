// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.control.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends in the middle leaves nothing that it, or the next one, does not remove. */
class KilledProcessTest {
    private static final String[] NAMES = {"example.com", "*.example.com", "www.example.com"};

    @TempDir
    private Path directory;

    private World world;
    private Path state;
    private Process child;

    @BeforeEach
    void start() {
        world = World.start();
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");
        state = directory.resolve("state");
    }

    @AfterEach
    void stop() {
        child.destroyForcibly();
        world.close();
    }

    private void startChildUntil(BooleanSupplier reached) throws IOException {
        child = IssuingProcess.start(world.sandbox, state, NAMES);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reached.getAsBoolean() || !child.isAlive());
        assertThat(child.isAlive()).as("see " + state + ".log").isTrue();
    }

    private boolean allTriggered() {
        return world.sandbox
                        .acme()
                        .log()
                        .events(AcmeEvent.ChallengeTriggered.class)
                        .size()
                == NAMES.length;
    }

    private Lineage issueAgain() {
        StateDirectory again = new StateDirectory(state);
        try (Journal journal = again.journal(Timekeeper.system())) {
            Dns01Solver solver = world.solver().journal(journal).build();
            List<DomainName> names = World.names(NAMES).names();
            return new IssueService(again, solver, world.time, IssueListener.NONE)
                    .issue(
                            LineageName.of(names.get(0)),
                            IssuingProcess.settings(names, world.sandbox.acmeDirectory()),
                            World.ACCOUNT,
                            null);
        }
    }

    @Test
    void theNextRunSweepsWhatAKilledOneLeftWhileValidating() throws Exception {
        world.sandbox.acme().hold();
        startChildUntil(this::allTriggered);

        child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        assertThat(world.zone()).hasSize(1 + NAMES.length);
        world.sandbox.acme().release();
        assertThat(issueAgain().names()).hasSize(3);
        assertThat(world.zone()).containsExactly("_acme-challenge TXT somebody else's");
    }

    @Test
    void theNextRunSweepsWhatAKilledOneWasAboutToWrite() throws Exception {
        world.sandbox
                .faults()
                .add(Fault.delay(Duration.ofSeconds(30))
                        .afterCommit()
                        .on("POST", "/**")
                        .times(NAMES.length));
        startChildUntil(() -> world.zone().size() == 1 + NAMES.length);

        child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        world.sandbox.faults().clear();

        assertThat(issueAgain().names()).hasSize(3);
        assertThat(world.zone()).containsExactly("_acme-challenge TXT somebody else's");
    }

    @Test
    void aTerminatedOneCleansUpByItself() throws Exception {
        world.sandbox.acme().hold();
        startChildUntil(this::allTriggered);

        child.destroy();

        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(world.zone()).containsExactly("_acme-challenge TXT somebody else's");
    }

    @Test
    void oneTerminatedWhileItWritesCleansUpByItself() throws Exception {
        world.sandbox
                .faults()
                .add(Fault.delay(Duration.ofSeconds(30))
                        .afterCommit()
                        .on("POST", "/**")
                        .times(NAMES.length));
        startChildUntil(() -> world.zone().size() == 1 + NAMES.length);

        child.destroy();

        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(world.zone()).containsExactly("_acme-challenge TXT somebody else's");
    }
}
