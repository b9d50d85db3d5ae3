// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.journal.FileJournal;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.exception.AcmeException;

/** Whatever the API does while values are written or removed, none is left and nobody else's is touched. */
class PresentFaultsTest {
    private static final String CREATE = "/dns-zones/*/records/";
    private static final String DELETE = "/dns-records/*/";

    @TempDir
    private Path directory;

    private World world;
    private Journal journal;

    @BeforeEach
    void start() {
        world = World.start();
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");
        journal = new FileJournal(directory, Timekeeper.system());
    }

    @AfterEach
    void stop() {
        journal.close();
        world.close();
    }

    private List<Authorization> authorizations() throws AcmeException {
        return world.order("example.com", "*.example.com", "www.example.com", "mail.example.com")
                .getAuthorizations();
    }

    private Dns01Solver solver() {
        return world.solver().journal(journal).build();
    }

    private void assertNothingOfOursIsLeft() {
        assertThat(world.zone()).containsExactly("_acme-challenge TXT somebody else's");
        assertThat(journal.leftovers()).isEmpty();
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                Arguments.of("503", Fault.status(503)),
                Arguments.of("502 after it was carried out", Fault.status(502).afterCommit()),
                Arguments.of("500 after it was carried out", Fault.status(500).afterCommit()),
                Arguments.of("429 for a moment", Fault.status(429, Duration.ZERO)),
                Arguments.of("cut before", Fault.drop()),
                Arguments.of("cut after it was carried out", Fault.drop().afterCommit()),
                Arguments.of("HTML", Fault.garbage(Garbage.HTML)),
                Arguments.of("half a JSON", Fault.garbage(Garbage.HALF_JSON)),
                Arguments.of("empty body", Fault.garbage(Garbage.EMPTY)),
                Arguments.of("wrong shape", Fault.garbage(Garbage.WRONG_SHAPE)),
                Arguments.of("truncated", Fault.truncate()),
                Arguments.of("slow", Fault.delay(Duration.ofMillis(300))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void survivesAFaultWhileWriting(String what, Fault fault) throws AcmeException {
        world.sandbox.faults().add(fault.on("POST", CREATE).skip(1).times(2));

        try (Presentation presentation = solver().present(authorizations())) {
            assertThat(world.zone()).hasSize(5);
            presentation.awaitEverywhere();
        }
        assertNothingOfOursIsLeft();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void survivesAFaultWhileRemoving(String what, Fault fault) throws AcmeException {
        try (Presentation presentation = solver().present(authorizations())) {
            assertThat(presentation.challenges()).hasSize(4);
            world.sandbox.faults().add(fault.on("DELETE", DELETE).skip(1).times(2));
        }
        assertNothingOfOursIsLeft();
    }

    static Stream<Arguments> lastingFaults() {
        return Stream.of(
                Arguments.of("400", Fault.status(400)),
                Arguments.of("403", Fault.status(403)),
                Arguments.of("503", Fault.status(503)),
                Arguments.of("cut before", Fault.drop()),
                Arguments.of("cut after it was carried out", Fault.drop().afterCommit()),
                Arguments.of("500 after it was carried out", Fault.status(500).afterCommit()),
                Arguments.of("429 for an hour", Fault.status(429, Duration.ofHours(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lastingFaults")
    void removesWhatWasWrittenWhereAFaultLasts(String what, Fault fault) throws AcmeException {
        List<Authorization> authorizations = authorizations();
        world.sandbox.faults().add(fault.on("POST", CREATE).skip(2).always());
        Dns01Solver solver = solver();

        try (Presentation presentation = solver.present(authorizations)) {
            // A create that took effect is found by reading back, so a cut after it need not be a failure.
            assertThat(presentation.challenges()).hasSize(4);
        } catch (PresentationException e) {
            assertThat(e).hasMessageStartingWith("could not write the challenge value at ");
        }
        assertNothingOfOursIsLeft();
    }

    @Test
    void looksForNothingWhereTheApiLetsNothingBeWritten() throws AcmeException {
        List<Authorization> authorizations = authorizations();
        world.sandbox.faults().add(Fault.status(403).on("POST", CREATE).always());
        Dns01Solver solver = solver();

        assertThatThrownBy(() -> solver.present(authorizations)).isInstanceOf(PresentationException.class);
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.calls("DELETE", DELETE)).isZero();
    }

    @Test
    void leavesValuesToTheNextSweepWhereRemovingFailsForGood() throws AcmeException {
        Dns01Solver solver = solver();
        Presentation presentation = solver.present(authorizations());
        world.sandbox.faults().add(Fault.status(403).on("DELETE", DELETE).always());

        assertThatThrownBy(presentation::close)
                .isInstanceOf(CleanupException.class)
                .hasMessageContaining("'_acme-challenge.mail.example.com'");
        assertThat(world.zone()).hasSize(5);
        world.sandbox.faults().clear();

        CleanupReport report = solver.sweepLeftovers();

        assertThat(report.complete()).isTrue();
        assertThat(report.gone()).hasSize(4);
        assertNothingOfOursIsLeft();
    }

    @Test
    void saysThatCleaningUpFailedBesideWhatElseFailed() throws AcmeException {
        Presentation presentation = solver().present(authorizations());
        world.sandbox.faults().add(Fault.status(403).on("DELETE", DELETE).always());

        assertThatThrownBy(() -> {
                    try (presentation) {
                        throw new IllegalStateException("the order failed");
                    }
                })
                .hasMessage("the order failed")
                .satisfies(e -> assertThat(e.getSuppressed()).singleElement().isInstanceOf(CleanupException.class));
    }

    @Test
    void cleansUpOnlyOnce() throws AcmeException {
        Presentation presentation = solver().present(authorizations());

        CleanupReport first = presentation.cleanUp();
        long calls = world.calls();
        presentation.close();

        assertThat(first.gone()).hasSize(4);
        assertThat(world.calls()).isEqualTo(calls);
    }

    @Test
    void givesUpCleaningWhenItsTimeIsOver() throws AcmeException {
        Dns01Solver solver = world.solver()
                .journal(journal)
                .cleanupLimit(Duration.ofMillis(200))
                .build();
        Presentation presentation = solver.present(authorizations());
        world.sandbox
                .faults()
                .add(Fault.delay(Duration.ofSeconds(3)).on("DELETE", DELETE).times(4));

        CleanupReport report = presentation.cleanUp();

        assertThat(report.left()).isNotEmpty();
        world.sandbox.faults().clear();
        assertThat(solver.sweepLeftovers().complete()).isTrue();
        assertNothingOfOursIsLeft();
    }

    @Test
    void countsAZoneThatIsGoneAsClean() throws AcmeException {
        Dns01Solver solver = solver();
        Presentation presentation = solver.present(authorizations());
        world.sandbox.zones().delete("example.com");

        presentation.close();

        assertThat(journal.leftovers()).isEmpty();
    }

    @Test
    void writesNothingThatTheJournalDoesNotTake() throws AcmeException {
        List<Authorization> authorizations = authorizations();
        journal.close();
        Dns01Solver solver = solver();

        assertThatThrownBy(() -> solver.present(authorizations)).isInstanceOf(IllegalStateException.class);
        assertThat(world.calls("POST", CREATE)).isZero();
    }
}
