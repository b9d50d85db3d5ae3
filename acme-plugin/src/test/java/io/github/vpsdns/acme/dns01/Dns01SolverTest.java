// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.sandbox.acme.model.ChallengeType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.exception.AcmeException;

class Dns01SolverTest {
    private World world;

    @BeforeEach
    void start() {
        world = World.start();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void provesAnOrderOfAnyAcme4jCode() throws AcmeException {
        Order order = world.order("example.com", "*.example.com", "a.b.example.com");

        try (Presentation presentation = world.solver().build().present(order.getAuthorizations())) {
            presentation.awaitEverywhere();
            for (Challenge challenge : presentation.challenges()) {
                challenge.trigger();
            }
            await().atMost(10, SECONDS).until(() -> {
                order.fetch();
                return order.getStatus() == Status.READY;
            });
        }
        assertThat(world.zone()).isEmpty();
    }

    @Test
    void putsTheValuesOfApexAndWildcardBesideEachOther() throws AcmeException {
        Order order = world.order("example.com", "*.example.com");

        try (Presentation presentation = world.solver().build().present(order.getAuthorizations())) {
            assertThat(world.zone())
                    .containsExactlyInAnyOrderElementsOf(digests(order).stream()
                            .map(digest -> "_acme-challenge TXT " + digest)
                            .toList());
            assertThat(presentation.challenges()).hasSize(2);
        }
    }

    @Test
    void writesOneRecordWhereTwoChallengesWantTheSameValue() throws AcmeException {
        Authorization authorization =
                world.order("example.com").getAuthorizations().get(0);

        try (Presentation presentation = world.solver().build().present(List.of(authorization, authorization))) {
            assertThat(world.zone()).hasSize(1);
            assertThat(presentation.challenges()).hasSize(2);
        }
        assertThat(world.zone()).isEmpty();
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isEqualTo(1);
    }

    @Test
    void leavesOtherPeoplesValuesAtTheNameAlone() throws AcmeException {
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");
        world.sandbox.zones().add("example.com", "_acme-challenge.www", "TXT", "somebody else's");
        List<String> before = world.zone();

        try (Presentation presentation =
                world.solver().build().present(world.order("example.com").getAuthorizations())) {
            assertThat(world.zone()).hasSize(3);
            assertThat(presentation.sites()).hasSize(1);
        }
        assertThat(world.zone()).isEqualTo(before);
    }

    @Test
    void takesOverItsOwnValueFromAnEarlierRunAndRemovesEveryCopy() throws AcmeException {
        Order order = world.order("example.com");
        String value = digests(order).get(0);
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", value);
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", value);

        try (Presentation presentation = world.solver().build().present(order.getAuthorizations())) {
            assertThat(world.zone()).hasSize(2);
            presentation.awaitEverywhere();
        }
        assertThat(world.zone()).isEmpty();
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isZero();
    }

    @Test
    void needsTwoListingsAndACreateAndADeleteForEachValue() throws AcmeException {
        String[] names =
                IntStream.range(0, 10).mapToObj(i -> "n" + i + ".example.com").toArray(String[]::new);
        List<Authorization> authorizations = world.order(names).getAuthorizations();

        try (Presentation presentation = world.solver().build().present(authorizations)) {
            presentation.awaitEverywhere();
        }
        assertThat(world.calls("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isEqualTo(10);
        assertThat(world.calls("DELETE", "/dns-records/*/")).isEqualTo(10);
        assertThat(world.calls()).isEqualTo(22);
    }

    @Test
    void writesRecordsThatLiveForAMinuteOrAsSaid() throws AcmeException {
        List<Authorization> authorizations = world.order("example.com").getAuthorizations();

        try (Presentation presentation = world.solver().build().present(authorizations)) {
            assertThat(world.sandbox.zones().records("example.com").get(0).ttl())
                    .isEqualTo(60);
            assertThat(presentation.challenges()).hasSize(1);
        }
        try (Presentation presentation = world.solver().ttl(Ttl.of(300)).build().present(authorizations)) {
            assertThat(world.sandbox.zones().records("example.com").get(0).ttl())
                    .isEqualTo(300);
            assertThat(presentation.challenges()).hasSize(1);
        }
    }

    @Test
    void waitsForTheSlowestServer() throws AcmeException {
        world.sandbox.dns().server(2).lag(Duration.ofMillis(700));
        List<Authorization> authorizations =
                world.order("example.com", "www.example.com").getAuthorizations();

        try (Presentation presentation = world.solver().build().present(authorizations)) {
            long begin = System.nanoTime();
            presentation.awaitEverywhere();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(400));
        }
    }

    @Test
    void asksForTheAccountsOwnNameWithDnsAccount01() throws AcmeException {
        Authorization authorization =
                world.order("example.com").getAuthorizations().get(0);
        Dns01Solver solver =
                world.solver().challengeType(DnsChallengeType.DNS_ACCOUNT_01).build();

        try (Presentation presentation = solver.present(List.of(authorization))) {
            assertThat(presentation.sites().get(0).challengeName().toString())
                    .matches("_[a-z2-7]{16}\\._acme-challenge\\.example\\.com");
            assertThat(presentation.challenges().get(0).getType()).isEqualTo("dns-account-01");
        }
        assertThat(world.zone()).isEmpty();
    }

    @Test
    void saysWhatTheCaOffersWhereItHasNoSuchChallenge() throws AcmeException {
        world.close();
        world = World.start(ca -> ca.challenges(ChallengeType.DNS_ACCOUNT_01));
        List<Authorization> authorizations = world.order("example.com").getAuthorizations();
        Dns01Solver solver = world.solver().build();

        assertThatThrownBy(() -> solver.present(authorizations))
                .isInstanceOf(VpsDnsException.class)
                .hasMessage("the CA offers no dns-01 challenge for 'example.com'; it offers dns-account-01");
    }

    @Test
    void skipsAuthorizationsThatAreValid() throws AcmeException {
        world.close();
        world = World.start(ca -> ca.authorizationReuse(true));
        world.issuer().issue(World.names("example.com"), null);
        long before = world.calls();

        world.issuer().issue(World.names("example.com"), null);

        assertThat(world.calls()).isEqualTo(before);
    }

    @Test
    void namesTheZonesOfTheAccountWhereNoneCoversAName() throws AcmeException {
        List<Authorization> authorizations =
                world.order("example.com", "www.example.org").getAuthorizations();
        Dns01Solver solver = world.solver().delegation(new Delegation.Off()).build();

        assertThatThrownBy(() -> solver.present(authorizations))
                .isInstanceOf(ZoneNotFoundException.class)
                .hasMessageContaining("_acme-challenge.www.example.org")
                .hasMessageContaining("example.com");
        assertThat(world.zone()).isEmpty();
    }

    @Test
    void keepsAValueUntilTheLastWhoNeedsItIsDone() throws AcmeException {
        List<Authorization> authorizations = world.order("example.com").getAuthorizations();
        Dns01Solver solver = world.solver().build();

        Presentation first = solver.present(authorizations);
        Presentation second = solver.toBuilder().ttl(Ttl.of(90)).build().present(authorizations);
        first.close();
        assertThat(world.zone()).hasSize(1);
        second.close();

        assertThat(world.zone()).isEmpty();
    }

    @Test
    void notesEachValueInTheJournalBeforeItIsWritten() throws AcmeException {
        List<Integer> inZone = new ArrayList<>();
        SolverListener listener = new SolverListener() {
            @Override
            public void presented(DomainName target, boolean created) {
                inZone.add(world.zone().size());
            }
        };
        JournalProbe journal = new JournalProbe(() -> world.zone().size());

        world.solver()
                .journal(journal)
                .listener(listener)
                .build()
                .present(world.order("example.com", "www.example.com").getAuthorizations())
                .close();

        assertThat(journal.inZoneWhenOpened()).containsExactly(0, 0);
        assertThat(inZone).containsExactly(2, 2);
        assertThat(journal.leftovers()).isEmpty();
        assertThat(journal.stillOpen()).isZero();
    }

    private static List<String> digests(Order order) {
        return order.getAuthorizations().stream()
                .map(authorization -> authorization
                        .findChallenge(Dns01Challenge.class)
                        .orElseThrow()
                        .getDigest())
                .toList();
    }
}
