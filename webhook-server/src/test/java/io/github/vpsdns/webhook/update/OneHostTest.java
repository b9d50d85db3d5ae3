// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static io.github.vpsdns.webhook.update.UpdateWorld.later;
import static io.github.vpsdns.webhook.update.UpdateWorld.point;
import static io.github.vpsdns.webhook.update.UpdateWorld.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.report.WebhookEvent.Changed;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.update.UpdateWorld.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one client gets who is alone. */
class OneHostTest {
    private static final HostKey KEY = new HostKey(DomainName.of(HOME), Family.IPV4);

    private final UpdateWorld world = new UpdateWorld().start();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theFirstAddressTakesAListingOfTheZonesOneOfTheZoneAndOneRecord() {
        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(changed("192.0.2.1"));
        assertThat(world.calls())
                .containsExactly("GET /dns-zones/", "GET /dns-zones/*/records/", "POST /dns-zones/*/records/");
        assertThat(world.home()).containsExactly("192.0.2.1");
    }

    @Test
    void aNewRecordHasTheTtlOfTheSettings() {
        world.set(HOME, "192.0.2.1");

        assertThat(world.sandbox.zones().records("example.com"))
                .singleElement()
                .satisfies(record -> assertThat(record.ttl()).isEqualTo(60));
    }

    @Test
    void aRecordThatIsThereKeepsItsTtl() {
        world.edit("home", "A", "192.0.2.9");

        world.set(HOME, "192.0.2.1");

        assertThat(world.sandbox.zones().records("example.com"))
                .singleElement()
                .satisfies(record -> assertThat(record.ttl()).isEqualTo(3600));
    }

    @Test
    void anotherAddressTakesOneCall() {
        world.set(HOME, "192.0.2.1");
        world.forgetCalls();

        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(changed("192.0.2.2"));
        assertThat(world.calls()).containsExactly("PATCH /dns-records/*/");
        assertThat(world.home()).containsExactly("192.0.2.2");
    }

    @Test
    void theSameAddressTakesNoCall() {
        world.set(HOME, "192.0.2.1");
        world.forgetCalls();

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(unchanged("192.0.2.1"));
        assertThat(world.calls()).isEmpty();
    }

    @Test
    void whatIsSettledIsShownToThoseWhoAnswerWithoutTheLoop() {
        world.set(HOME, "192.0.2.1");

        assertThat(world.board.settled(KEY, world.time.nanoTime())).contains(UpdateWorld.addresses("192.0.2.1"));
    }

    @Test
    void whatIsOnItsWayToTheLoopIsNotSettled() {
        world.set(HOME, "192.0.2.1");
        world.board.sent(KEY);

        assertThat(world.board.settled(KEY, world.time.nanoTime())).isEmpty();
    }

    @Test
    void whatWasSeenLongAgoIsNotSettled() {
        world.set(HOME, "192.0.2.1");

        assertThat(world.board.settled(
                        KEY, world.time.nanoTime() + Duration.ofHours(1).toNanos()))
                .isEmpty();
    }

    @Test
    void anAddressThatIsThereBeforeAnybodyWroteItIsNoChange() {
        world.edit("home", "A", "192.0.2.1");

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(unchanged("192.0.2.1"));
        assertThat(world.writes()).isEmpty();
        assertThat(world.store.history().last(KEY, 10)).isEmpty();
    }

    @Test
    void severalRecordsBecomeOne() {
        world.edit("home", "A", "192.0.2.8", "192.0.2.1", "192.0.2.9");

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(changed("192.0.2.1"));
        assertThat(world.home()).containsExactly("192.0.2.1");
    }

    @Test
    void otherTypesAndNamesStay() {
        world.edit("home", "TXT", "hello");
        world.edit("home", "AAAA", "2001:db8::1");
        world.edit("www", "A", "192.0.2.9");

        world.set(HOME, "192.0.2.1");

        assertThat(world.values(HOME, "TXT")).containsExactly("hello");
        assertThat(world.values(HOME, "AAAA")).containsExactly("2001:db8::1");
        assertThat(world.values("www.example.com", "A")).containsExactly("192.0.2.9");
    }

    @Test
    void bothFamiliesAreToldTogetherAndTakeOneListing() {
        HostUpdate both = new HostUpdate(
                DomainName.of(HOME),
                new FamilyWish.Point(Family.IPV4.parse("192.0.2.1")),
                new FamilyWish.Point(Family.IPV6.parse("2001:db8::1")));

        assertThat(world.order(both).one()).isEqualTo(changed("192.0.2.1", "2001:db8::1"));
        assertThat(world.sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(1);
    }

    @Test
    void severalHostsOfAZoneTakeOneListing() {
        Reply reply = world.order(
                point(HOME, "192.0.2.1"), point("a.example.com", "192.0.2.1"), point("b.example.com", "192.0.2.1"));

        assertThat(reply.outcomes).containsExactly(changed("192.0.2.1"), changed("192.0.2.1"), changed("192.0.2.1"));
        assertThat(world.sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(1);
    }

    @Test
    void removingTakesALookAndLeavesTheOtherFamily() {
        world.edit("home", "AAAA", "2001:db8::1");
        world.set(HOME, "192.0.2.1");
        world.pass(Duration.ofMinutes(1));
        world.forgetCalls();

        assertThat(world.set(HOME, "").one()).isEqualTo(changed());
        assertThat(world.calls()).containsExactly("GET /dns-zones/*/records/", "DELETE /dns-records/*/");
        assertThat(world.home()).isEmpty();
        assertThat(world.values(HOME, "AAAA")).containsExactly("2001:db8::1");
    }

    @Test
    void removingWhatIsNotThereIsNoChange() {
        assertThat(world.set(HOME, "").one()).isEqualTo(unchanged());
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void aNewPrefixKeepsWhatIsBehindIt() {
        world.edit("home", "AAAA", "2001:db8:1:2:aaaa::5");

        Reply reply = world.order(renumber("2001:db8:9::/48", null));

        assertThat(reply.one()).isEqualTo(changed("2001:db8:9:2:aaaa::5"));
        assertThat(world.values(HOME, "AAAA")).containsExactly("2001:db8:9:2:aaaa::5");
    }

    @Test
    void aPrefixWithAHostPartNeedsNoRecord() {
        assertThat(world.order(renumber("2001:db8:9::/64", "::5")).one()).isEqualTo(changed("2001:db8:9::5"));
    }

    @Test
    void aPrefixWithNothingToPutBehindItIsImpossible() {
        assertThat(world.order(renumber("2001:db8:9::/64", null)).one())
                .isInstanceOfSatisfying(
                        HostOutcome.Impossible.class,
                        impossible -> assertThat(impossible.reason())
                                .isEqualTo(
                                        "there is no IPv6 record whose host part could be put behind 2001:db8:9::/64"));
        assertThat(world.store.hosts().rows()).isEmpty();
    }

    @Test
    void aHostPartThatReachesIntoThePrefixIsImpossible() {
        assertThat(world.order(renumber("2001:db8:9::/96", "::1:2:3:4")).one())
                .isInstanceOf(HostOutcome.Impossible.class);
    }

    private static HostUpdate renumber(String prefix, String host) {
        return new HostUpdate(
                DomainName.of(HOME),
                new FamilyWish.Keep(),
                new FamilyWish.Renumber(Network.of(prefix), host == null ? null : HostPart.of(host)));
    }

    @Test
    void aNameWithoutZoneIsToldAndForgotten() {
        assertThat(world.set("home.example.org", "192.0.2.1").one()).isEqualTo(new HostOutcome.NoZone());
        assertThat(world.store.hosts().rows()).allMatch(row -> row.open() == null);
        assertThat(world.board.hosts()).isEmpty();
    }

    @Test
    void aCnameInTheWayIsImpossibleAndGivenUp() {
        world.edit("home", "CNAME", "example.net");

        assertThat(world.set(HOME, "192.0.2.1").one()).isInstanceOf(HostOutcome.Impossible.class);
        assertThat(world.store.hosts().rows()).allMatch(row -> row.open() == null);
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void nothingToSayOfAHostIsNoChange() {
        HostUpdate nothing = new HostUpdate(DomainName.of(HOME), new FamilyWish.Keep(), new FamilyWish.Keep());

        assertThat(world.order(nothing).one()).isEqualTo(unchanged());
        assertThat(world.calls()).isEmpty();
    }

    @Test
    void aTestSaysWhatWouldBeAndWritesNothing() {
        Reply reply = world.send(true, point(HOME, "192.0.2.1"));
        world.settle();

        assertThat(reply.one()).isEqualTo(changed("192.0.2.1"));
        assertThat(world.writes()).isEmpty();
        assertThat(world.store.hosts().rows()).isEmpty();
    }

    @Test
    void aTestFindsTheCnameInTheWay() {
        world.edit("home", "CNAME", "example.net");
        Reply reply = world.send(true, point(HOME, "192.0.2.1"));
        world.settle();

        assertThat(reply.one()).isInstanceOf(HostOutcome.Impossible.class);
    }

    @Test
    void aTestOfWhatIsKnownTakesNoCall() {
        world.set(HOME, "192.0.2.1");
        world.forgetCalls();
        Reply same = world.send(true, point(HOME, "192.0.2.1"));
        Reply other = world.send(true, point(HOME, "192.0.2.2"));
        world.settle();

        assertThat(List.of(same.one(), other.one())).containsExactly(unchanged("192.0.2.1"), changed("192.0.2.2"));
        assertThat(world.calls()).isEmpty();
        assertThat(world.home()).containsExactly("192.0.2.1");
    }

    @Test
    void aDryRunWritesNothing() {
        world.dryRun().start();

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(changed("192.0.2.1"));
        assertThat(world.writes()).isEmpty();
        assertThat(world.store.hosts().rows()).isEmpty();
    }

    @Test
    void changesAreToldAndKept() {
        world.set(HOME, "192.0.2.1");
        world.set(HOME, "192.0.2.2");

        assertThat(world.events(Changed.class))
                .extracting(Changed::before, Changed::now)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of(), UpdateWorld.addresses("192.0.2.1")),
                        org.assertj.core.groups.Tuple.tuple(
                                UpdateWorld.addresses("192.0.2.1"), UpdateWorld.addresses("192.0.2.2")));
        assertThat(world.store.history().last(KEY, 10)).hasSize(2);
    }

    @Test
    void changesBeyondTheBudgetAreRefusedUntilOneIsEarned() {
        world.nameChanges(2).start();
        world.set(HOME, "192.0.2.1");
        world.set(HOME, "192.0.2.2");

        assertThat(world.set(HOME, "192.0.2.3").one()).isEqualTo(new HostOutcome.TooOften());
        assertThat(world.home()).containsExactly("192.0.2.2");
        world.pass(Duration.ofMinutes(1));
        assertThat(world.set(HOME, "192.0.2.3").one()).isEqualTo(changed("192.0.2.3"));
    }

    @Test
    void whatChangesNothingCostsNothingOfTheBudget() {
        world.nameChanges(1).edit("home", "A", "192.0.2.1");
        world.start();
        world.set(HOME, "192.0.2.1");
        world.set(HOME, "192.0.2.1");

        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(changed("192.0.2.2"));
    }

    @Test
    void withoutTheStoreNothingIsDone() {
        world.store.failing(true);

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(later(false));
        assertThat(world.writes()).isEmpty();
        world.store.failing(false);
        world.pass(Duration.ofMinutes(10));
        assertThat(world.home()).isEmpty();
    }
}
