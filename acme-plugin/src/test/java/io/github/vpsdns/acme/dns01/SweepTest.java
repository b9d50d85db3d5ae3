// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.journal.FileJournal;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.exception.AcmeException;

/** What earlier runs left is removed at the next start, with as few calls as knowing more or less of it allows. */
class SweepTest {
    @TempDir
    private Path directory;

    private World world;

    @BeforeEach
    void start() {
        world = World.start();
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Journal journal() {
        return new FileJournal(directory, Timekeeper.system());
    }

    /** Leaves a value as a run that ended between writing and removing. */
    private void leaveBehind(String label, boolean recordKnown) {
        try (Journal journal = journal()) {
            Journal.Entry entry = journal.open(DomainName.of(label + ".example.com"), "value of " + label);
            SandboxRecord record = world.sandbox.zones().add("example.com", label, "TXT", "value of " + label);
            if (recordKnown) {
                ZoneId zone = world.editor.zones().zoneOf(entry.name()).id();
                journal.created(entry, zone, new RecordId(record.uuid()));
            }
        }
    }

    private CleanupReport sweep() {
        try (Journal journal = journal()) {
            CleanupReport report = world.solver().journal(journal).build().sweepLeftovers();
            assertThat(journal.leftovers()).hasSize(report.left().size());
            return report;
        }
    }

    @Test
    void costsNothingWhereNothingIsLeft() {
        assertThat(sweep()).isEqualTo(CleanupReport.EMPTY);
        assertThat(world.calls()).isZero();
    }

    @Test
    void removesAKnownRecordWithoutListingItsZone() {
        leaveBehind("a", true);

        assertThat(sweep().gone()).containsExactly(DomainName.of("a.example.com"));
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isZero();
        assertThat(world.calls("DELETE", "/dns-records/*/")).isEqualTo(1);
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void findsUnknownRecordsOfAZoneByOneListing() {
        leaveBehind("a", false);
        leaveBehind("b", false);
        leaveBehind("c", false);

        assertThat(sweep().gone()).hasSize(3);
        assertThat(world.calls("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.zone()).containsExactly("_acme-challenge TXT somebody else's");
    }

    @Test
    void countsAValueThatWasNeverWrittenAsGone() {
        try (Journal journal = journal()) {
            assertThat(journal.open(DomainName.of("_acme-challenge.example.com"), "never written"))
                    .isNotNull();
        }

        assertThat(sweep().complete()).isTrue();
        assertThat(world.zone()).hasSize(1);
        assertThat(world.calls("DELETE", "/dns-records/*/")).isZero();
    }

    @Test
    void triesAgainNextTimeWhereTheApiFails() {
        leaveBehind("a", true);
        world.sandbox.faults().add(Fault.status(403).on("DELETE", "/**").times(1));

        assertThat(sweep().left()).hasSize(1);
        assertThat(sweep().gone()).hasSize(1);
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void leavesTheValuesOfALivingProcessAlone() throws AcmeException {
        try (Journal living = journal();
                Presentation presentation = world.solver()
                        .journal(living)
                        .build()
                        .present(world.order("example.com").getAuthorizations())) {
            assertThat(sweep()).isEqualTo(CleanupReport.EMPTY);
            assertThat(world.zone()).hasSize(2);
            assertThat(presentation.challenges()).hasSize(1);
        }
    }

    @Test
    void keepsInMindWhatMayBeInAnotherAccount() {
        leaveBehind("a", true);
        leaveBehind("b", false);
        try (World other = World.of(Sandbox.builder().zone("example.org"));
                Journal journal = journal()) {
            CleanupReport report = Dns01Solver.builder(other.editor, other.dns)
                    .journal(journal)
                    .build()
                    .sweepLeftovers();

            assertThat(report.gone()).isEmpty();
            assertThat(report.left())
                    .hasSize(2)
                    .allSatisfy(left -> assertThat(left.reason()).contains("no zone of this account covers"));
        }

        assertThat(sweep().gone()).hasSize(2);
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void looksForAValueInAZoneThatWasMadeAgain() {
        leaveBehind("a", true);
        world.sandbox.zones().delete("example.com");
        world.sandbox.zones().create("example.com");
        world.editor.zones().refresh();

        assertThat(sweep().complete()).isTrue();
    }

    @Test
    void forgetsAValueAMonthAfterItsZoneWasSeenLast() {
        leaveBehind("a", true);
        world.sandbox.zones().delete("example.com");
        world.editor.zones().refresh();
        ManualTime later = new ManualTime();
        later.advance(Duration.between(later.now(), Instant.now().plus(Duration.ofDays(31))));

        try (Journal journal = journal()) {
            Dns01Solver solver =
                    world.solver().journal(journal).timekeeper(later).build();

            assertThat(solver.sweepLeftovers()).isEqualTo(CleanupReport.EMPTY);
            assertThat(journal.leftovers()).isEmpty();
        }
    }

    @Test
    void leavesALeftoverThatIsNeededAgainToWhoNeedsIt() throws AcmeException {
        List<Authorization> authorizations = world.order("example.com").getAuthorizations();
        try (Journal journal = journal()) {
            Dns01Solver solver = world.solver().journal(journal).build();
            Presentation first = solver.present(authorizations);
            world.sandbox.faults().add(Fault.status(403).on("DELETE", "/**").times(1));
            assertThat(first.cleanUp().left()).hasSize(1);

            try (Presentation second = solver.present(authorizations)) {
                assertThat(solver.sweepLeftovers()).isEqualTo(CleanupReport.EMPTY);
                assertThat(second.challenges()).hasSize(1);
                assertThat(world.zone()).hasSize(2);
            }
            assertThat(solver.sweepLeftovers().complete()).isTrue();
            assertThat(world.zone()).hasSize(1);
        }
    }
}
