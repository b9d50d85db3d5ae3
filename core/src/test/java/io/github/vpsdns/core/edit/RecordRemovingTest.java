// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecordRemovingTest {
    private static final DomainName CHALLENGE = DomainName.of("_acme-challenge.example.com");

    private final FakeApi api = new FakeApi();
    private final RecordEditor editor = new RecordEditor(api, 8, new ManualTime());
    private final Zone example = api.zone("example.com");

    @Test
    void removesEveryCopyOfTheValueAndNothingElse() {
        DnsRecord first = api.put(example, "_acme-challenge", new Txt("one"), 60);
        DnsRecord other = api.put(example, "_acme-challenge", new Txt("two"), 60);
        DnsRecord copy = api.put(example, "_ACME-challenge.example.com.", new Txt("one"), 3600);
        DnsRecord elsewhere = api.put(example, "_acme-challenge.www", new Txt("one"), 60);

        assertThat(editor.remove(CHALLENGE, new Txt("one"))).isEqualTo(2);

        assertThat(api.records(example)).containsExactly(other, elsewhere);
        assertThat(api.calls()).startsWith("zones", "records example.com");
        assertThat(api.writes()).containsExactlyInAnyOrder("delete " + first.id(), "delete " + copy.id());
    }

    @Test
    void removesNothingWhereTheValueIsNot() {
        api.put(example, "_acme-challenge", new Txt("two"), 60);
        assertThat(editor.remove(CHALLENGE, new Txt("one"))).isZero();
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void removesByIdWithoutListing() {
        List<DnsRecord> records = IntStream.range(0, 20)
                .mapToObj(i -> api.put(example, "n" + i, new Txt("x"), 60))
                .toList();

        assertThat(editor.removeAll(records))
                .containsExactlyElementsOf(records.stream()
                        .map(record -> new RemoveOutcome.Removed(record.id()))
                        .toList());

        assertThat(api.calls()).hasSize(20).allMatch(call -> call.startsWith("delete "));
        assertThat(api.records(example)).isEmpty();
    }

    @Test
    void countsAnAbsentRecordAsRemoved() {
        DnsRecord gone = api.put(example, "@", new Txt("x"), 60);
        api.delete(gone.id());
        assertThat(editor.removeAll(List.of(gone))).containsExactly(new RemoveOutcome.Removed(gone.id()));
    }

    @Test
    void removesARecordGivenTwiceOnce() {
        DnsRecord record = api.put(example, "@", new Txt("x"), 60);
        assertThat(editor.removeAll(List.of(record, record)))
                .containsExactly(new RemoveOutcome.Removed(record.id()), new RemoveOutcome.Removed(record.id()));
        assertThat(api.calls()).containsExactly("delete " + record.id());
    }

    @Test
    void oneFailureDoesNotStopTheOthers() {
        DnsRecord first = api.put(example, "@", new Txt("1"), 60);
        DnsRecord second = api.put(example, "@", new Txt("2"), 60);
        VpsDnsException refused = new VpsDnsException("refused", null);
        api.fail(("delete " + first.id())::equals, () -> refused);

        assertThat(editor.removeAll(List.of(first, second)))
                .containsExactly(
                        new RemoveOutcome.NotRemoved(first.id(), refused), new RemoveOutcome.Removed(second.id()));
        assertThat(api.records(example)).containsExactly(first);
    }

    @Test
    void tellsHowManyOfSeveralCopiesWereRemoved() {
        DnsRecord first = api.put(example, "_acme-challenge", new Txt("one"), 60);
        api.put(example, "_acme-challenge", new Txt("one"), 60);
        api.fail(("delete " + first.id())::equals, () -> new VpsDnsException("refused", null));

        assertThatExceptionOfType(IncompleteEditException.class)
                .isThrownBy(() -> editor.remove(CHALLENGE, new Txt("one")))
                .withMessage("removing TXT of _acme-challenge.example.com: 1 of 2 changes failed,"
                        + " the first because of refused")
                .satisfies(e -> assertThat(e.done()).isEqualTo(new SetOutcome(0, 0, 0, 1)));
    }

    @Test
    void tellsTheFailureOfTheOnlyCopyAsItIs() {
        api.put(example, "_acme-challenge", new Txt("one"), 60);
        VpsDnsException refused = new VpsDnsException("refused", null);
        api.fail(call -> call.startsWith("delete"), () -> refused);
        assertThatThrownBy(() -> editor.remove(CHALLENGE, new Txt("one"))).isSameAs(refused);
    }

    @Test
    void neverRemovesWhatIsNotUnderstood() {
        Opaque soa = new Opaque(RecordType.of("SOA"), "x", null);
        DnsRecord record = api.put(example, "@", soa, 60);
        DnsRecord text = api.put(example, "@", new Txt("x"), 60);

        assertThatThrownBy(() -> editor.removeAll(List.of(text, record)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("a record 'SOA x' is not understood and therefore never written or removed");
        assertThatThrownBy(() -> editor.remove(example.domain(), soa)).isInstanceOf(InvalidValueException.class);
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void nothingToRemoveTakesNoCall() {
        assertThat(editor.removeAll(List.of())).isEmpty();
        assertThat(api.calls()).isEmpty();
    }
}
