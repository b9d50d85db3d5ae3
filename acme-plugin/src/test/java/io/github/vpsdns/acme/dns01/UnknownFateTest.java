// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.journal.FileJournal;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.control.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.exception.AcmeException;

/** A value of which nobody can say whether it was written is removed, or stays in the journal. */
class UnknownFateTest {
    private static final String CREATE = "/dns-zones/*/records/";

    @TempDir
    private Path directory;

    private World world;
    private VpsDnsClient client;

    @BeforeEach
    void start() {
        world = World.start();
        client = VpsDnsClient.builder()
                .apiUrl(world.sandbox.apiUrl())
                .token(ApiToken.of(world.sandbox.token()))
                .build();
    }

    @AfterEach
    void stop() {
        Thread.interrupted();
        client.close();
        world.close();
    }

    private Dns01SolverBuilder solver() {
        return Dns01Solver.builder(new RecordEditor(client), world.dns);
    }

    private Journal journal() {
        return new FileJournal(directory, Timekeeper.system());
    }

    private List<Authorization> authorizations() throws AcmeException {
        return world.order("example.com").getAuthorizations();
    }

    /** Does something in another thread once the API has been asked to create a record, and before it does so. */
    private void whileCreating(Duration lateness, Runnable action) {
        world.sandbox.faults().add(Fault.delay(lateness).on("POST", CREATE));
        Thread thread = new Thread(() -> {
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> world.sandbox.faults().script().stream().anyMatch(fault -> fault.struck() > 0));
            action.run();
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void findsWhatTheApiCarriesOutAfterItsCallerWasInterrupted() throws AcmeException {
        List<Authorization> authorizations = authorizations();
        Dns01Solver solver = solver().build();
        Thread me = Thread.currentThread();
        whileCreating(Duration.ofMillis(600), me::interrupt);

        assertThatThrownBy(() -> solver.present(authorizations)).isInstanceOf(CancelledException.class);

        assertThat(Thread.interrupted()).isTrue();
        await().until(() -> world.calls("POST", CREATE) == 1);
        assertThat(world.zone()).isEmpty();
    }

    @Test
    void staysInTheJournalWhereTheClientIsClosedMeanwhile() throws AcmeException {
        List<Authorization> authorizations = authorizations();
        try (Journal journal = journal()) {
            Dns01Solver solver = solver().journal(journal).build();
            whileCreating(Duration.ofMillis(300), client::close);

            assertThatThrownBy(() -> solver.present(authorizations))
                    .isInstanceOf(CancelledException.class)
                    .satisfies(
                            e -> assertThat(e.getSuppressed()).singleElement().isInstanceOf(CleanupException.class));
            assertThat(journal.leftovers()).hasSize(1);
        }
    }

    @Test
    void leavesNoCopyWhereTwoWroteTheSameValueAtOnce() throws Exception {
        List<Authorization> authorizations = authorizations();
        authorizations.forEach(Authorization::getStatus);
        CyclicBarrier both = new CyclicBarrier(2);
        Dns01Solver solver = solver().listener(new SolverListener() {
                    @Override
                    public void sited(ChallengeSite site) {
                        try {
                            both.await();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }
                })
                .build();
        world.sandbox
                .faults()
                .add(Fault.delay(Duration.ofMillis(500)).on("POST", CREATE).always());

        CompletableFuture<Presentation> other = CompletableFuture.supplyAsync(() -> solver.present(authorizations));
        Presentation mine = solver.present(authorizations);
        Presentation theirs = other.get();
        assertThat(world.zone()).hasSize(2);
        mine.close();
        theirs.close();

        assertThat(world.zone()).isEmpty();
    }
}
