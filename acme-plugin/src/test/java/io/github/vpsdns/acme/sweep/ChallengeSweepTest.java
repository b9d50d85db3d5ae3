// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.sweep.FoundValue.Verdict;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.control.ListShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChallengeSweepTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private World world;
    private ManualTime time;

    @BeforeEach
    void start() {
        world = World.of(
                Sandbox.builder().zone("example.com", "keys.example.net").withoutAcme());
        time = new ManualTime();
        time.advance(Duration.between(time.now(), Instant.now().plus(Duration.ofHours(2))));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void removesWhatLooksLikeAChallengeAndIsOld() {
        add("_acme-challenge", value('a'));
        add("_ujmmovf2vn55tgye._acme-challenge.www", value('b'));
        add("_acme-challenge", "somebody's note");
        add("_dmarc", value('c'));
        add("www", value('d'));

        SweepReport report = sweep(SweepScope.olderThan(HOUR));

        assertThat(report.removed())
                .extracting(value -> value.name().toString())
                .containsExactlyInAnyOrder(
                        "_acme-challenge.example.com", "_ujmmovf2vn55tgye._acme-challenge.www.example.com");
        assertThat(world.zone())
                .containsExactly(
                        "_acme-challenge TXT somebody's note", "_dmarc TXT " + value('c'), "www TXT " + value('d'));
    }

    @Test
    void leavesWhatMayBeWaitedFor() {
        add("_acme-challenge", value('a'));

        SweepFindings found = find(SweepScope.olderThan(Duration.ofHours(3)));

        assertThat(found.values()).extracting(FoundValue::verdict).containsExactly(Verdict.YOUNG);
        assertThat(found.stale()).isEmpty();
    }

    @Test
    void takesOneListingAZoneAndOneDeleteAValue() {
        add("_acme-challenge", value('a'));
        add("_acme-challenge", value('b'));

        sweep(SweepScope.olderThan(HOUR));

        assertThat(world.calls("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isEqualTo(2);
        assertThat(world.calls("DELETE", "/dns-records/*/")).isEqualTo(2);
        assertThat(world.calls()).isEqualTo(5);
    }

    @Test
    void looksIntoTheZonesNamedOnly() {
        add("_acme-challenge", value('a'));
        world.sandbox.zones().add("keys.example.net", "_acme-challenge", "TXT", value('b'));

        sweep(new SweepScope(List.of(DomainName.of("example.com")), HOUR, false, Set.of(), false));

        assertThat(world.zone()).isEmpty();
        assertThat(world.zone("keys.example.net")).hasSize(1);
    }

    @Test
    void onlyShowsWhatStandsAtTheEndOfACname() {
        world.sandbox.zones().add("example.com", "_acme-challenge.www", "CNAME", "a.example.com");
        world.sandbox.zones().add("example.com", "a", "CNAME", "b.keys.example.net");
        world.sandbox.zones().add("keys.example.net", "b", "TXT", value('a'));

        SweepFindings found = find(SweepScope.olderThan(HOUR));

        assertThat(found.values()).extracting(FoundValue::verdict).containsExactly(Verdict.AT_ALIAS);
        assertThat(find(new SweepScope(List.of(), HOUR, false, Set.of(), true)).stale())
                .hasSize(1);
    }

    @Test
    void comesToAnEndWhereCnamesLeadInACircle() {
        world.sandbox.zones().add("example.com", "_acme-challenge", "CNAME", "a.example.com");
        world.sandbox.zones().add("example.com", "a", "CNAME", "_acme-challenge.example.com");

        assertThat(find(SweepScope.olderThan(HOUR)).values()).isEmpty();
    }

    @Test
    void takesANamedAliasForAChallengeNameAndNothingElseInItsZone() {
        world.sandbox.zones().add("keys.example.net", "all", "TXT", value('a'));
        world.sandbox.zones().add("keys.example.net", "_acme-challenge", "TXT", value('b'));

        sweep(new SweepScope(
                List.of(DomainName.of("example.com")),
                HOUR,
                false,
                Set.of(DomainName.of("all.keys.example.net")),
                false));

        assertThat(world.zone("keys.example.net")).containsExactly("_acme-challenge TXT " + value('b'));
    }

    @Test
    void refusesZonesAndAliasesOfOthers() {
        assertThatThrownBy(() ->
                        find(new SweepScope(List.of(DomainName.of("www.example.com")), HOUR, false, Set.of(), false)))
                .isInstanceOf(ZoneNotFoundException.class);
        assertThatThrownBy(() ->
                        find(new SweepScope(List.of(), HOUR, false, Set.of(DomainName.of("a.example.org")), false)))
                .isInstanceOf(ZoneNotFoundException.class);
    }

    @Test
    void countsWhatSomebodyElseRemovedMeanwhileAsGone() {
        add("_acme-challenge", value('a'));
        SweepFindings found = find(SweepScope.olderThan(HOUR));
        world.sandbox.zones().records("example.com").stream()
                .map(record -> record.uuid())
                .toList()
                .forEach(id -> world.sandbox.zones().remove("example.com", id));

        SweepReport report = sweeper().remove(found.stale());

        assertThat(report.removed()).hasSize(1);
        assertThat(report.left()).isEmpty();
    }

    @Test
    void tellsWhatCouldNotBeRemovedAndRemovesTheRest() {
        add("_acme-challenge", value('a'));
        add("_acme-challenge", value('b'));
        world.sandbox.faults().add(Fault.status(403).on("DELETE", "/**").times(1));

        SweepReport report = sweep(SweepScope.olderThan(HOUR));

        assertThat(report.removed()).hasSize(1);
        assertThat(report.left()).hasSize(1);
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void goesOnWithTheOtherZonesWhereOneCannotBeRead() {
        add("_acme-challenge", value('a'));
        world.sandbox.zones().add("keys.example.net", "_acme-challenge", "TXT", value('b'));
        world.sandbox
                .faults()
                .add(Fault.garbage(Garbage.HTML)
                        .on("GET", "/dns-zones/*/records/")
                        .times(1));

        SweepFindings found = find(SweepScope.olderThan(HOUR));

        assertThat(found.unread()).hasSize(1);
        assertThat(found.stale()).hasSize(1);
    }

    @Test
    void judgesWhatItSawOfAListThatIsNotWhole() {
        Stream.of('a', 'b', 'c').forEach(c -> add("_acme-challenge", value(c)));
        world.sandbox.listShape(ListShape.SHORT, 2);

        SweepFindings found = find(new SweepScope(List.of(DomainName.of("example.com")), HOUR, false, Set.of(), false));

        assertThat(found.unread()).containsOnlyKeys(DomainName.of("example.com"));
        assertThat(found.stale()).hasSize(2);
    }

    private void add(String name, String value) {
        world.sandbox.zones().add("example.com", name, "TXT", value);
    }

    private static String value(char c) {
        return String.valueOf(c).repeat(43);
    }

    private SweepFindings find(SweepScope scope) {
        return sweeper().find(scope);
    }

    private SweepReport sweep(SweepScope scope) {
        return sweeper().remove(find(scope).stale());
    }

    private ChallengeSweep sweeper() {
        return new ChallengeSweep(world.client, world.editor, time);
    }
}
