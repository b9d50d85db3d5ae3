// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.RandomValues;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RecordSettingTest {
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static final A ONE = A.of("192.0.2.1");
    private static final A TWO = A.of("192.0.2.2");
    private static final A THREE = A.of("192.0.2.3");

    private final FakeApi api = new FakeApi();
    private final RecordEditor editor = new RecordEditor(api, 8, new ManualTime());
    private final Zone example = api.zone("example.com");

    @Test
    void changesTheOneRecordInPlace() {
        DnsRecord old = api.put(example, "www", TWO, 60);

        assertThat(editor.set(WWW, RecordType.A, List.of(ONE), null)).isEqualTo(new SetOutcome(0, 1, 0, 0));

        assertThat(api.calls()).containsExactly("zones", "records example.com", "patch " + old.id());
        assertThat(data()).containsExactly(ONE);
    }

    @Test
    void doesNothingWhenAllIsRight() {
        api.put(example, "WWW.example.com.", ONE, 60);
        assertThat(editor.set(WWW, RecordType.A, List.of(ONE, ONE), Ttl.of(60)).unchanged())
                .isTrue();
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void removesOnlyWhenWhatIsToBeThereIsThere() {
        api.put(example, "www", TWO, 60);
        DnsRecord surplus = api.put(example, "www", THREE, 60);

        assertThat(editor.set(WWW, RecordType.A, List.of(ONE), null)).isEqualTo(new SetOutcome(0, 1, 0, 1));

        assertThat(api.writes()).last().isEqualTo("delete " + surplus.id());
    }

    @Test
    void countsWhatWasDone() {
        api.put(example, "www", ONE, 60);
        assertThat(editor.set(WWW, RecordType.A, List.of(ONE, TWO, THREE), null))
                .isEqualTo(new SetOutcome(1, 0, 2, 0));
    }

    @Test
    void noValuesRemoveTheSetAndNothingElse() {
        api.put(example, "www", ONE, 60);
        DnsRecord text = api.put(example, "www", new Txt("x"), 60);
        DnsRecord apex = api.put(example, "@", ONE, 60);

        assertThat(editor.set(WWW, RecordType.A, List.of(), null)).isEqualTo(new SetOutcome(0, 0, 0, 1));
        assertThat(api.records(example)).containsExactly(text, apex);
    }

    @Test
    void planShowsTheCallsAndWritesNothing() {
        DnsRecord old = api.put(example, "www", TWO, 60);

        RecordSetPlan plan = editor.plan(WWW, RecordType.A, List.of(ONE, THREE), null);

        assertThat(plan.change()).extracting(RecordSetPlan.Change::record).containsExactly(old);
        assertThat(plan.create()).hasSize(1);
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void oneFailureDoesNotStopTheOthersAndIsTold() {
        api.fail(
                call -> call.contains("192.0.2.2"),
                () -> new TransportException("createRecord", "timed out", true, null));

        assertThatExceptionOfType(IncompleteEditException.class)
                .isThrownBy(() -> editor.set(WWW, RecordType.A, List.of(ONE, TWO, THREE), null))
                .withMessageStartingWith("setting A of www.example.com: 1 of 3 changes failed")
                .satisfies(e -> {
                    assertThat(e.done()).isEqualTo(new SetOutcome(0, 0, 2, 0));
                    assertThat(e.reasons()).singleElement().isInstanceOf(TransportException.class);
                    assertThat(e.isTransient()).isTrue();
                });
        assertThat(data()).containsExactlyInAnyOrder(ONE, THREE);
    }

    @Test
    void repeatedAfterAFailureItDoesWhatIsLeft() {
        api.fail(call -> call.contains("192.0.2.2"), () -> new VpsDnsException("refused", null));
        assertThatThrownBy(() -> editor.set(WWW, RecordType.A, List.of(ONE, TWO), null))
                .isInstanceOf(IncompleteEditException.class);
        api.heal();

        assertThat(editor.set(WWW, RecordType.A, List.of(ONE, TWO), null)).isEqualTo(new SetOutcome(1, 0, 1, 0));
    }

    @Test
    void theFailureOfTheOnlyCallIsToldAsItIs() {
        VpsDnsException refused = new VpsDnsException("refused", null);
        api.fail(call -> call.startsWith("create"), () -> refused);
        assertThatThrownBy(() -> editor.set(WWW, RecordType.A, List.of(ONE), null))
                .isSameAs(refused);
    }

    @Test
    void anEditThatCannotPassByItselfIsNotTransient() {
        api.fail(call -> call.contains("192.0.2.2"), () -> new VpsDnsException("refused", null));
        api.fail(call -> call.contains("192.0.2.1"), () -> new TransportException("createRecord", "cut", true, null));
        assertThatExceptionOfType(IncompleteEditException.class)
                .isThrownBy(() -> editor.set(WWW, RecordType.A, List.of(ONE, TWO), null))
                .satisfies(e -> {
                    assertThat(e.isTransient()).isFalse();
                    assertThat(e.getSuppressed()).hasSize(1);
                });
    }

    @Test
    void aFailedListingChangesNothing() {
        api.put(example, "www", TWO, 60);
        api.fail(call -> call.startsWith("records"), () -> new VpsDnsException("down", null));
        assertThatThrownBy(() -> editor.set(WWW, RecordType.A, List.of(ONE), null))
                .hasMessage("down");
        assertThat(data()).containsExactly(TWO);
    }

    @Test
    void refusesWhatCannotBeWrittenBeforeAnyCall() {
        assertThatThrownBy(() -> editor.set(WWW, RecordType.of("SOA"), List.of(), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("never written or removed");
        assertThatThrownBy(() -> editor.set(WWW, RecordType.A, List.of(new Txt("x")), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'TXT \"x\"' is not a value of type A");
        assertThatThrownBy(() -> editor.set(WWW, RecordType.A, List.of(new Opaque(RecordType.A, "?", null)), null))
                .isInstanceOf(InvalidValueException.class);
        assertThat(api.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anySequenceOfEditsTouchesNothingButItsSetAndCanBeRepeated(long seed) {
        RandomValues random = new RandomValues(seed);
        List<String> names = List.of("example.com", "www.example.com", "a.b.example.com", "*.example.com");
        List<RecordType> types = List.of(RecordType.A, RecordType.TXT, RecordType.MX);
        List<RecordData> pool = types.stream()
                .flatMap(type -> IntStream.range(0, 4).mapToObj(i -> random.data(type)))
                .toList();
        IntStream.range(0, 20)
                .forEach(i -> api.put(
                        example,
                        anyForm(random, DomainName.of(random.oneOf(names))),
                        random.below(6) == 0 ? new Opaque(random.oneOf(types), "?" + i, null) : random.oneOf(pool),
                        random.oneOf(List.of(60, 300))));
        for (int round = 0; round < 60; round++) {
            DomainName name = DomainName.of(random.oneOf(names));
            RecordType type = random.oneOf(types);
            Set<RecordData> values = new HashSet<>(pool.stream()
                    .filter(data -> data.type().equals(type) && random.below(2) == 0)
                    .toList());
            Set<DnsRecord> others = others(name, type);

            editor.set(name, type, values, random.below(2) == 0 ? null : Ttl.of(60));

            assertThat(others(name, type)).isEqualTo(others);
            assertThat(editor.find(name, type))
                    .filteredOn(record -> !(record.data() instanceof Opaque))
                    .extracting(DnsRecord::data)
                    .containsExactlyInAnyOrderElementsOf(values);
            assertThat(editor.set(name, type, values, null).unchanged()).isTrue();
        }
    }

    /** Everything but the understood records of one set. */
    private Set<DnsRecord> others(DomainName name, RecordType type) {
        Set<DnsRecord> others = new HashSet<>(api.records(example));
        others.removeIf(record -> record.fqdn(example.domain()).orElseThrow().equals(name)
                && record.data().type().equals(type)
                && !(record.data() instanceof Opaque));
        return others;
    }

    private static String anyForm(RandomValues random, DomainName name) {
        return random.oneOf(List.of(
                name.relativeTo(DomainName.of("example.com")),
                name.toString(),
                name.absolute(),
                name.toString().toUpperCase(Locale.ROOT)));
    }

    private List<RecordData> data() {
        return api.records(example).stream().map(DnsRecord::data).toList();
    }
}
