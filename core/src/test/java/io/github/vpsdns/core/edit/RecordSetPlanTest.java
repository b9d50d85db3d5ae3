// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.testing.RandomValues;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSetPlanTest {
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static final A ONE = A.of("192.0.2.1");
    private static final A TWO = A.of("192.0.2.2");
    private static final A THREE = A.of("192.0.2.3");
    private static final Ttl MINUTE = Ttl.of(60);
    private static final Ttl HOUR = Ttl.of(3600);

    private int ids;

    @Test
    void whatIsRightStays() {
        DnsRecord one = record(ONE, 60);
        assertThat(plan(List.of(one), List.of(ONE), MINUTE))
                .isEqualTo(new RecordSetPlan(List.of(one), none(), none(), none()));
    }

    @Test
    void aWrongRecordBecomesTheMissingOne() {
        DnsRecord two = record(TWO, 60);
        assertThat(plan(List.of(two), List.of(ONE), MINUTE))
                .isEqualTo(new RecordSetPlan(
                        none(), List.of(new RecordSetPlan.Change(two, RecordPatch.to(ONE))), none(), none()));
    }

    @Test
    void whatIsMissingIsMade() {
        assertThat(plan(none(), List.of(ONE), MINUTE))
                .isEqualTo(new RecordSetPlan(none(), none(), List.of(new RecordDraft(WWW, ONE, MINUTE)), none()));
    }

    @Test
    void whatIsLeftIsRemoved() {
        DnsRecord one = record(ONE, 60);
        DnsRecord two = record(TWO, 60);
        assertThat(plan(List.of(two, one), List.of(ONE), MINUTE))
                .isEqualTo(new RecordSetPlan(List.of(one), none(), none(), List.of(two)));
    }

    @Test
    void aCopyBecomesTheMissingOne() {
        DnsRecord first = record(ONE, 60);
        DnsRecord copy = record(ONE, 60);
        assertThat(plan(List.of(first, copy), List.of(ONE, TWO), MINUTE))
                .isEqualTo(new RecordSetPlan(
                        List.of(first), List.of(new RecordSetPlan.Change(copy, RecordPatch.to(TWO))), none(), none()));
    }

    @Test
    void ofCopiesTheOneWithTheRightTtlStays() {
        DnsRecord slow = record(ONE, 3600);
        DnsRecord right = record(ONE, 60);
        assertThat(plan(List.of(slow, right), List.of(ONE), MINUTE))
                .isEqualTo(new RecordSetPlan(List.of(right), none(), none(), List.of(slow)));
    }

    @Test
    void aWrongTtlIsChanged() {
        DnsRecord one = record(ONE, 3600);
        assertThat(plan(List.of(one), List.of(ONE), MINUTE).change())
                .containsExactly(new RecordSetPlan.Change(one, RecordPatch.to(MINUTE)));
    }

    @Test
    void anUnknownTtlIsChanged() {
        DnsRecord one = record(ONE, null);
        assertThat(plan(List.of(one), List.of(ONE), MINUTE).change())
                .containsExactly(new RecordSetPlan.Change(one, RecordPatch.to(MINUTE)));
    }

    @Test
    void valueAndTtlAreChangedTogether() {
        DnsRecord two = record(TWO, 3600);
        assertThat(plan(List.of(two), List.of(ONE), MINUTE).change())
                .containsExactly(new RecordSetPlan.Change(two, new RecordPatch(ONE, MINUTE)));
    }

    @Test
    void aNewTtlOfAnMxCarriesItsPriority() {
        Mx mx = new Mx(10, DomainName.of("mail.example.com"));
        DnsRecord record = record(mx, 3600);
        assertThat(plan(List.of(record), List.of(mx), MINUTE).change())
                .containsExactly(new RecordSetPlan.Change(record, new RecordPatch(mx, MINUTE)));
    }

    @Test
    void withoutATtlThoseThereStay() {
        List<DnsRecord> mixed = List.of(record(ONE, 3600), record(TWO, 60));
        assertThat(plan(mixed, List.of(ONE, TWO), null).isEmpty()).isTrue();
    }

    @Test
    void withoutATtlNewRecordsTakeTheLowestThere() {
        List<DnsRecord> mixed = List.of(record(ONE, 3600), record(TWO, 60));
        assertThat(plan(mixed, List.of(ONE, TWO, THREE), null).create())
                .containsExactly(new RecordDraft(WWW, THREE, MINUTE));
    }

    @Test
    void withoutATtlANewSetTakesTheDefaultOfTheApi() {
        assertThat(plan(none(), List.of(ONE), null).create()).containsExactly(new RecordDraft(WWW, ONE, HOUR));
    }

    @Test
    void noValuesRemoveTheSet() {
        DnsRecord one = record(ONE, 60);
        assertThat(plan(List.of(one), List.<RecordData>of(), null).delete()).containsExactly(one);
    }

    @Test
    void whatIsNotUnderstoodIsNoPartOfThePlan() {
        DnsRecord opaque = record(new Opaque(RecordType.A, "somewhere", null), 60);
        assertThat(plan(List.of(opaque), List.of(ONE), MINUTE))
                .isEqualTo(new RecordSetPlan(none(), none(), List.of(new RecordDraft(WWW, ONE, MINUTE)), none()));
    }

    @Test
    void whatIsNotUnderstoodIsNeverPlanned() {
        assertThatThrownBy(() -> plan(none(), List.of(new Opaque(RecordType.A, "somewhere", null)), MINUTE))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void appliedItYieldsTheSetWithTheFewestCalls(long seed) {
        RandomValues random = new RandomValues(seed);
        for (int round = 0; round < 500; round++) {
            RecordType type = random.oneOf(RecordType.KNOWN);
            List<RecordData> pool = IntStream.rangeClosed(0, 1 + random.below(6))
                    .mapToObj(i -> random.data(type))
                    .toList();
            List<DnsRecord> existing = IntStream.range(0, random.below(8))
                    .mapToObj(i -> record(
                            random.below(8) == 0 ? new Opaque(type, "?" + i, null) : random.oneOf(pool),
                            random.oneOf(List.of(0, 60, 60, 3600))))
                    .toList();
            Set<RecordData> desired = new HashSet<>(IntStream.range(0, random.below(6))
                    .mapToObj(i -> random.oneOf(pool))
                    .toList());
            @Nullable Ttl ttl = random.below(2) == 0 ? null : random.oneOf(List.of(MINUTE, HOUR));

            RecordSetPlan plan = plan(existing, desired, ttl);

            List<DnsRecord> after = apply(plan, existing);
            assertThat(understood(after)).extracting(DnsRecord::data).containsExactlyInAnyOrderElementsOf(desired);
            assertThat(after)
                    .containsAll(existing.stream()
                            .filter(RecordSetPlanTest::isOpaque)
                            .toList());
            assertThat(after)
                    .filteredOn(RecordSetPlanTest::isOpaque)
                    .hasSameSizeAs(existing.stream()
                            .filter(RecordSetPlanTest::isOpaque)
                            .toList());
            if (ttl != null) {
                assertThat(understood(after)).extracting(DnsRecord::ttl).containsOnly(wide(ttl, desired));
            }
            assertThat(plan.calls()).isEqualTo(fewest(existing, desired, ttl));
            assertThat(plan(after, desired, ttl).isEmpty()).isTrue();
        }
    }

    /**
     * No plan can do with fewer: each wanted value that no record holds rightly needs a call that makes it so, each record
     * that is not left as it is needs a call that changes or removes it, and one call does one of each at best.
     */
    private static int fewest(List<DnsRecord> existing, Set<RecordData> desired, @Nullable Ttl ttl) {
        List<DnsRecord> records = understood(existing);
        long untouched = desired.stream()
                .filter(value -> records.stream()
                        .anyMatch(record -> record.data().equals(value) && (ttl == null || ttl.equals(record.ttl()))))
                .count();
        return (int) Math.max(desired.size() - untouched, records.size() - untouched);
    }

    private List<DnsRecord> apply(RecordSetPlan plan, List<DnsRecord> existing) {
        Map<RecordId, DnsRecord> records = new HashMap<>();
        existing.forEach(record -> records.put(record.id(), record));
        for (RecordSetPlan.Change change : plan.change()) {
            DnsRecord old = records.get(change.record().id());
            records.put(
                    old.id(),
                    new DnsRecord(
                            old.id(),
                            old.name(),
                            Optional.ofNullable(change.patch().data()).orElse(old.data()),
                            Optional.ofNullable(change.patch().ttl()).orElse(old.ttl()),
                            null));
        }
        plan.create().forEach(draft -> {
            DnsRecord made = record(draft.data(), draft.ttl().seconds());
            records.put(made.id(), made);
        });
        plan.delete().forEach(record -> assertThat(records.remove(record.id())).isNotNull());
        List<DnsRecord> after = new ArrayList<>(records.values());
        after.sort(Comparator.comparing(record -> record.id().value()));
        return after;
    }

    private static List<DnsRecord> understood(List<DnsRecord> records) {
        return records.stream().filter(record -> !isOpaque(record)).toList();
    }

    private static boolean isOpaque(DnsRecord record) {
        return record.data() instanceof Opaque;
    }

    /** An empty set has no TTLs at all. */
    private static Ttl[] wide(Ttl ttl, Set<RecordData> desired) {
        return desired.isEmpty() ? new Ttl[0] : new Ttl[] {ttl};
    }

    private static RecordSetPlan plan(
            List<DnsRecord> existing, Iterable<? extends RecordData> desired, @Nullable Ttl ttl) {
        List<RecordData> values = new ArrayList<>();
        desired.forEach(values::add);
        return RecordSetPlan.of(WWW, existing, values, ttl);
    }

    /** A TTL of 0 stands for one that is not known. */
    private DnsRecord record(RecordData data, @Nullable Integer ttl) {
        @Nullable Ttl known = Objects.requireNonNullElse(ttl, 0) == 0 ? null : Ttl.of(ttl);
        return new DnsRecord(new RecordId("rec-" + ids++), "www", data, known, null);
    }

    private static <T> List<T> none() {
        return List.of();
    }
}
