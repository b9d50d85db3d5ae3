// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final DomainName NAME = DomainName.of("www.example.com");

    private World world;

    @BeforeEach
    void start() {
        world = World.of(Sandbox.builder()
                .zone("example.com", "keys.example.net")
                .nameServers(2)
                .withoutAcme());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void tellsEachFindingAsItComes() {
        List<Finding> told = new ArrayList<>();

        CheckReport report = preflight().build().run(List.of(NAME), told::add);

        assertThat(told).isEqualTo(report.findings()).isNotEmpty();
        assertThat(report.count(Severity.OK)).isEqualTo(told.size());
    }

    @Test
    void makesFurtherLooksAtEachNameOnce() {
        List<DomainName> looked = new ArrayList<>();

        CheckReport report = preflight()
                .also(name -> {
                    looked.add(name);
                    return List.of(Finding.warning(new Subject.Name(name), Kind.ZONE_COVERS, "odd", "look"));
                })
                .build()
                .run(List.of(NAME, NAME.prepend("*"), NAME.parent()), finding -> {});

        assertThat(looked).containsExactly(NAME, NAME.parent());
        assertThat(report.count(Severity.WARNING)).isEqualTo(2);
    }

    @Test
    void putsTheValueWhereAnAliasSays() {
        world.sandbox.faults().add(Fault.status(403).on("DELETE", "/**").always());

        CheckReport report = preflight()
                .delegation(new Delegation.Alias(DomainName.of("all.keys.example.net")))
                .roundTrips(world.solver().build(), new ApiTimes())
                .build()
                .run(List.of(DomainName.of("www.example.org")), finding -> {});

        assertThat(report.roundTrips().get(0).target()).isEqualTo(DomainName.of("all.keys.example.net"));
        assertThat(world.zone("keys.example.net")).singleElement().asString().startsWith("all TXT ");
    }

    @Test
    void notesTheValueInTheJournalBeforeItIsWritten() {
        try (Journal journal = Journal.none()) {
            world.sandbox.faults().add(Fault.status(403).on("DELETE", "/**").always());

            CheckReport report = preflight()
                    .roundTrips(world.solver().journal(journal).build(), new ApiTimes())
                    .build()
                    .run(List.of(NAME), finding -> {});

            assertThat(report.onlyPassingProblems()).isTrue();
            assertThat(journal.leftovers())
                    .extracting(Journal.Entry::name)
                    .containsExactly(DomainName.of("_acme-challenge.www.example.com"));
        }
    }

    @Test
    void takesAnApiThatDoesNotTellPermissionsAsItIs() {
        world.sandbox.faults().add(Fault.status(404).on("GET", "/account/me/").always());

        CheckReport report = preflight().build().run(List.of(), finding -> {});

        assertThat(report.count(Severity.PROBLEM)).isZero();
        assertThat(report.findings().get(0).message()).startsWith("the API does not tell what the token may do");
    }

    @Test
    void takesAWildcardPermissionForAll() {
        permissions("[\"dns:*\"]");

        assertThat(preflight().build().run(List.of(), finding -> {}).findings())
                .extracting(Finding::message)
                .contains("it may list, create, change, delete");
    }

    @Test
    void takesAnotherNameOfThePermissionForChanges() {
        permissions("[\"dns:list\", \"dns:create\", \"dns:edit\", \"dns:delete\"]");

        assertThat(preflight().build().run(List.of(), finding -> {}).count(Severity.WARNING))
                .isZero();
    }

    @Test
    void findsAnAccountWithoutZones() {
        world.sandbox.zones().delete("example.com");
        world.sandbox.zones().delete("keys.example.net");

        CheckReport report = preflight().build().run(List.of(), finding -> {});

        assertThat(report.findings()).last().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ZONES);
            assertThat(finding.isProblem()).isTrue();
        });
    }

    @Test
    void goesOnWhereTheJournalCannotBeRead() {
        CheckReport report = preflight()
                .earlierRuns(() -> {
                    throw new StoreException("the disk is gone", null);
                })
                .build()
                .run(List.of(NAME), finding -> {});

        assertThat(report.findings())
                .filteredOn(Finding::isProblem)
                .extracting(Finding::kind)
                .containsExactly(Kind.OWN_LEFTOVERS);
        assertThat(report.findings()).extracting(Finding::kind).contains(Kind.ZONE_COVERS);
    }

    @Test
    void tellsWhatOfEarlierRunsIsGoneAndWhatIsLeft() {
        CleanupReport earlier = new CleanupReport(
                List.of(DomainName.of("a.example.com")),
                List.of(new CleanupReport.Leftover(DomainName.of("b.example.org"), "value", "no zone covers it")));

        CheckReport report = preflight().earlierRuns(() -> earlier).build().run(List.of(), finding -> {});

        assertThat(report.findings())
                .filteredOn(finding -> finding.kind() == Kind.OWN_LEFTOVERS)
                .extracting(Finding::severity)
                .containsExactly(Severity.OK, Severity.WARNING);
    }

    @Test
    void endsAtOnceWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> preflight().build().run(List.of(NAME), finding -> {}))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private PreflightBuilder preflight() {
        return Preflight.builder(world.client, world.editor, world.dns).serversGiven();
    }

    private void permissions(String list) {
        world.sandbox
                .faults()
                .add(Fault.status(
                                200,
                                Map.of("Content-Type", "application/json"),
                                "{\"account\": {}, \"token\": {\"name\": \"t\", \"permissions\": " + list + "}}")
                        .on("GET", "/account/me/"));
    }
}
