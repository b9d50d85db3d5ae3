// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.dns.PropagationTimeoutException;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChallengeProviderTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final ChallengeValue FIRST = new ChallengeValue(NAME, "1".repeat(43));
    private static final ChallengeValue SECOND = new ChallengeValue(NAME, "2".repeat(43));

    private final Journal journal = Journal.none();
    private World world;

    @BeforeEach
    void start() {
        world = World.of(
                Sandbox.builder().zone("example.com", "keys.example.net").nameServers(2));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private ChallengeProvider provider() {
        return world.solver().journal(journal).build().provider();
    }

    private void keep(ChallengeValue... values) {
        try (Presentation presentation = provider().present(List.of(values))) {
            presentation.awaitEverywhere();
            presentation.keep();
        }
    }

    @Test
    void keepsAValueForTheOtherClientWithTwoListingsAndOneCreate() {
        keep(FIRST);

        assertThat(world.zone()).containsExactly("_acme-challenge TXT " + FIRST.value());
        assertThat(world.calls()).isEqualTo(3);
        assertThat(journal.leftovers()).isEmpty();
    }

    @Test
    void removesWhatWasNotKept() {
        try (Presentation presentation = provider().present(List.of(FIRST))) {
            presentation.awaitEverywhere();
        }

        assertThat(world.zone()).isEmpty();
    }

    @Test
    void writesAValueOnlyOnce() {
        keep(FIRST);
        keep(FIRST);

        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void removesExactlyTheValueAskedFor() {
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");
        keep(FIRST, SECOND);

        CleanupReport report = provider().remove(List.of(FIRST));

        assertThat(report.gone()).containsExactly(NAME);
        assertThat(world.zone())
                .containsExactlyInAnyOrder(
                        "_acme-challenge TXT " + SECOND.value(), "_acme-challenge TXT somebody else's");
    }

    @Test
    void removingWhatIsNotThereSucceeds() {
        assertThat(provider().remove(List.of(FIRST))).isEqualTo(CleanupReport.EMPTY);
    }

    @Test
    void reportsWhatCouldNotBeRemoved() {
        keep(FIRST);
        world.sandbox
                .faults()
                .add(Fault.status(403).on("DELETE", "/dns-records/*/").always());

        assertThat(provider().remove(List.of(FIRST)).left())
                .singleElement()
                .satisfies(left -> assertThat(left.value()).isEqualTo(FIRST.value()));
    }

    @Test
    void followsAliasesInBothDirections() {
        world.sandbox.zones().add("example.com", "_acme-challenge", "CNAME", "www.keys.example.net");

        keep(FIRST);
        assertThat(world.zone("keys.example.net")).containsExactly("www TXT " + FIRST.value());

        assertThat(provider().remove(List.of(FIRST)).gone()).containsExactly(DomainName.of("www.keys.example.net"));
        assertThat(world.zone("keys.example.net")).isEmpty();
    }

    @Test
    void awaitsAllChallengeValuesThatTheApiHas() {
        keep(FIRST, SECOND);
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");

        assertThat(provider().awaitStanding(List.of(NAME))).isEqualTo(2);
    }

    @Test
    void tellsWhenAValueDoesNotArrive() {
        world.sandbox.dns().server(1).lag(Duration.ofHours(1));
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", FIRST.value());
        ChallengeProvider hurried = world.solver()
                .propagationTimeout(Duration.ofMillis(400))
                .build()
                .provider();

        assertThatThrownBy(() -> hurried.awaitStanding(List.of(NAME))).isInstanceOf(PropagationTimeoutException.class);
    }

    @Test
    void refusesANameThatNoZoneCovers() {
        ChallengeValue outside = new ChallengeValue(DomainName.of("_acme-challenge.example.org"), "1".repeat(43));

        assertThatThrownBy(() -> world.solver()
                        .delegation(new Delegation.Off())
                        .build()
                        .provider()
                        .present(List.of(outside)))
                .isInstanceOf(ZoneNotFoundException.class);
    }
}
