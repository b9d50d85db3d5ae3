// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZonePlanTest {
    private static final DomainName ZONE = DomainName.of("example.com");

    private final List<DnsRecord> there = new ArrayList<>();
    private final List<WantedSet> wanted = new ArrayList<>();

    @Test
    void createsWhatIsMissing() {
        want("www", 60, "A", "192.0.2.1", "192.0.2.2");
        there("www", 60, "A", "192.0.2.1");

        ZonePlan plan = plan(Prune.NOTHING);

        assertThat(steps(plan)).containsExactly("+ www 60 A 192.0.2.2");
        assertThat(plan.unchanged()).isOne();
    }

    @Test
    void keepsOtherValuesOfASetWithoutPruning() {
        want("www", 60, "A", "192.0.2.1");
        there("www", 60, "A", "192.0.2.9");
        there("old", 60, "A", "192.0.2.9");

        ZonePlan plan = plan(Prune.NOTHING);

        assertThat(steps(plan)).containsExactly("+ www 60 A 192.0.2.1");
        assertThat(standing(plan)).containsExactly("www NOT_PRUNED", "old NOT_PRUNED");
    }

    @Test
    void keepsCopiesWithoutPruning() {
        want("www", 60, "A", "192.0.2.1");
        there("www", 60, "A", "192.0.2.1");
        there("www", 60, "A", "192.0.2.1");

        assertThat(steps(plan(Prune.NOTHING))).isEmpty();
    }

    @Test
    void givesTheWholeSetTheWantedTtl() {
        want("www", 60, "A", "192.0.2.1");
        there("www", 300, "A", "192.0.2.1");
        there("www", 300, "A", "192.0.2.9");

        assertThat(steps(plan(Prune.NOTHING)))
                .containsExactly("~ www 300 A 192.0.2.1 -> ttl 60", "~ www 300 A 192.0.2.9 -> ttl 60");
    }

    @Test
    void leavesTheTtlWhereNoneIsWanted() {
        want("www", null, "A", "192.0.2.1", "192.0.2.2");
        there("www", 300, "A", "192.0.2.1");

        assertThat(steps(plan(Prune.NOTHING))).containsExactly("+ www 300 A 192.0.2.2");
    }

    @Test
    void changesAValueInPlaceWhereItMayGo() {
        want("www", 60, "A", "192.0.2.1");
        there("www", 60, "A", "192.0.2.9");

        assertThat(steps(plan(Prune.WANTED_SETS))).containsExactly("~ www 60 A 192.0.2.9 -> 192.0.2.1");
    }

    @Test
    void prunesOtherSetsOnlyInAWholeZone() {
        want("www", 60, "A", "192.0.2.1");
        there("www", 60, "A", "192.0.2.1");
        there("www", 60, "TXT", "old");
        there("old", 60, "A", "192.0.2.9");

        assertThat(steps(plan(Prune.WANTED_SETS))).isEmpty();
        assertThat(steps(plan(Prune.WHOLE_ZONE))).containsExactly("- old 60 A 192.0.2.9", "- www 60 TXT old");
    }

    @Test
    void neverTouchesTheZonesOwnNameServers() {
        want("@", 60, "NS", "ns1.example.net");
        there("@", 60, "NS", "ns1.vps.org");
        there("sub", 60, "NS", "ns1.example.org");

        ZonePlan plan = plan(Prune.WHOLE_ZONE);

        assertThat(steps(plan)).containsExactly("- sub 60 NS ns1.example.org");
        assertThat(standing(plan)).containsExactly("@ APEX_NS");
        assertThat(plan.ignored()).hasSize(1);
    }

    @Test
    void neverRemovesAChallengeButAddsOne() {
        want("_acme-challenge.www", 60, "TXT", "mine");
        there("_acme-challenge.www", 60, "TXT", "theirs");
        there("_acme-challenge", 60, "TXT", "another");

        ZonePlan plan = plan(Prune.WHOLE_ZONE);

        assertThat(steps(plan)).containsExactly("+ _acme-challenge.www 60 TXT mine");
        assertThat(standing(plan)).containsExactly("_acme-challenge.www CHALLENGE", "_acme-challenge CHALLENGE");
    }

    @Test
    void neverRemovesWhatIsNotUnderstood() {
        there.add(record("odd", 60, new Opaque(RecordType.of("PTR"), "host", null)));
        there.add(record("bad name", 60, RecordData.parse(RecordType.A, "192.0.2.1", null)));

        assertThat(steps(plan(Prune.WHOLE_ZONE))).isEmpty();
    }

    @Test
    void touchesNothingAtKeptNames() {
        want("home", 60, "A", "192.0.2.1");
        want("www", 60, "A", "192.0.2.1");
        there("home", 60, "A", "192.0.2.9");
        there("home", 60, "TXT", "x");

        ZonePlan plan = plan(Prune.WHOLE_ZONE, "home");

        assertThat(steps(plan)).containsExactly("+ www 60 A 192.0.2.1");
        assertThat(standing(plan)).containsExactly("home KEPT_NAME", "home KEPT_NAME");
        assertThat(plan.ignored()).containsExactly(wanted.get(0));
    }

    @Test
    void makesRoomForACnameFirst() {
        want("www", 60, "CNAME", "example.com");
        there("www", 60, "A", "192.0.2.9");
        there("old", 60, "A", "192.0.2.9");

        assertThat(steps(plan(Prune.WHOLE_ZONE)))
                .containsExactly("+ www 60 CNAME example.com", "- old 60 A 192.0.2.9", "-first www 60 A 192.0.2.9");
    }

    @Test
    void makesRoomOfACnameFirst() {
        want("www", 60, "A", "192.0.2.1");
        there("www", 60, "CNAME", "example.com");

        assertThat(steps(plan(Prune.WHOLE_ZONE)))
                .containsExactly("+ www 60 A 192.0.2.1", "-first www 60 CNAME example.com");
    }

    @Test
    void refusesACnameBesideWhatStays() {
        want("a", 60, "CNAME", "example.com");
        want("b", 60, "A", "192.0.2.1");
        want("c", 60, "CNAME", "example.com");
        there("a", 60, "TXT", "x");
        there("b", 60, "CNAME", "example.org");
        there("c", 60, "CNAME", "example.org");

        assertThatThrownBy(() -> plan(Prune.NOTHING))
                .isInstanceOf(ZoneConflictException.class)
                .extracting(e -> ((ZoneConflictException) e).conflicts())
                .isEqualTo(List.of(
                        "'a.example.com' has TXT in the zone, beside which no CNAME may stand",
                        "'b.example.com' has CNAME in the zone, beside which no A may stand",
                        "'c.example.com' is a CNAME for another name in the zone, and a name has only one"));
    }

    @Test
    void refusesACnameForTheZoneItself() {
        want("@", 60, "CNAME", "example.org");

        assertThatThrownBy(() -> plan(Prune.NOTHING))
                .hasMessage("'example.com' is the apex of the zone, which cannot be a CNAME");
    }

    @Test
    void doesNotJudgeWhatIsThereAlready() {
        want("www", 60, "A", "192.0.2.1");
        there("www", 60, "A", "192.0.2.1");
        there("www", 60, "CNAME", "example.org");

        assertThat(steps(plan(Prune.NOTHING))).isEmpty();
    }

    @Test
    void refusesNamesOfOtherZones() {
        wanted.add(new WantedSet(
                DomainName.of("www.example.org"),
                RecordType.A,
                List.of(RecordData.parse(RecordType.A, "192.0.2.1", null)),
                null));

        assertThatThrownBy(() -> plan(Prune.NOTHING))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'www.example.org' is not within the zone 'example.com'");
    }

    @Test
    void wantsNothingOnceItIsThere() {
        want("www", 60, "A", "192.0.2.1");
        want("@", 60, "MX", "10 mail.example.com");
        there("www", 60, "A", "192.0.2.1");
        there("@", 60, "MX", "10 mail.example.com");

        ZonePlan plan = plan(Prune.WHOLE_ZONE);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(2);
    }

    private void want(String name, @Nullable Integer ttl, String type, String... values) {
        RecordType which = RecordType.of(type);
        wanted.add(new WantedSet(
                full(name),
                which,
                List.of(values).stream()
                        .map(value -> RecordData.parse(which, value, null))
                        .toList(),
                ttl == null ? null : Ttl.of(ttl)));
    }

    private void there(String name, int ttl, String type, String value) {
        there.add(record(name, ttl, RecordData.parse(RecordType.of(type), value, null)));
    }

    private DnsRecord record(String name, int ttl, RecordData data) {
        return new DnsRecord(new RecordId("r" + there.size()), name, data, Ttl.of(ttl), null);
    }

    private static DomainName full(String name) {
        return name.equals("@") ? ZONE : ZONE.prepend(name);
    }

    private ZonePlan plan(Prune prune, String... kept) {
        Set<DomainName> names =
                Set.copyOf(List.of(kept).stream().map(ZonePlanTest::full).toList());
        Zone zone = new Zone(new ZoneId("z"), ZONE, null, there.size());
        return ZoneEditor.plan(new ZoneSnapshot(zone, there, true), wanted, prune, names::contains);
    }

    private static List<String> standing(ZonePlan plan) {
        return plan.standing().stream()
                .map(one -> one.name().relativeTo(ZONE) + " " + one.reason())
                .toList();
    }

    private static List<String> steps(ZonePlan plan) {
        return plan.steps().stream().map(ZonePlanTest::words).toList();
    }

    private static String words(ZoneStep step) {
        String name = step.name().relativeTo(ZONE) + " ";
        if (step instanceof ZoneStep.Create create) {
            return "+ " + name + create.draft().ttl() + " "
                    + create.draft().data().type() + " " + create.draft().data().value();
        }
        if (step instanceof ZoneStep.Change change) {
            return "~ " + name + said(change.record()) + " -> "
                    + (change.patch().data() == null
                            ? "ttl " + change.patch().ttl()
                            : change.patch().data().value());
        }
        ZoneStep.Remove remove = (ZoneStep.Remove) step;
        return (remove.first() ? "-first " : "- ") + name + said(remove.record());
    }

    private static String said(DnsRecord record) {
        return record.ttl() + " " + record.data().type() + " " + record.data().value();
    }
}
