// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlanApplyingTest {
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static final A ONE = A.of("192.0.2.1");
    private static final A TWO = A.of("192.0.2.2");
    private static final A THREE = A.of("192.0.2.3");
    private static final Ttl MINUTE = Ttl.of(60);

    private final FakeApi api = new FakeApi();
    private final RecordEditor editor = new RecordEditor(api, 8, new ManualTime());
    private final Zone example = api.zone("example.com");

    @Test
    void aChangeInPlaceTakesOneCall() {
        DnsRecord old = api.put(example, "www", TWO, 60);

        AppliedPlan applied = editor.apply(WWW, toOne(old));

        assertThat(api.calls()).containsExactly("patch " + old.id());
        assertThat(applied.outcome()).isEqualTo(new SetOutcome(0, 1, 0, 0));
        assertThat(applied.records()).isEqualTo(api.records(example));
    }

    @Test
    void aCreationLooksTheZoneUpOnce() {
        RecordSetPlan plan = RecordSetPlan.of(WWW, List.of(), List.of(ONE, TWO), MINUTE);

        AppliedPlan applied = editor.apply(WWW, plan);

        assertThat(api.calls())
                .containsExactlyInAnyOrder(
                        "zones", "create www.example.com A 192.0.2.1 60", "create www.example.com A 192.0.2.2 60");
        assertThat(applied.records()).containsExactlyInAnyOrderElementsOf(api.records(example));
    }

    @Test
    void tellsTheSetAsItIsAfterwards() {
        DnsRecord right = api.put(example, "www", ONE, 60);
        DnsRecord wrong = api.put(example, "www", THREE, 60);
        DnsRecord surplus = api.put(example, "www", THREE, 60);
        RecordSetPlan plan = RecordSetPlan.of(WWW, List.of(right, wrong, surplus), List.of(ONE, TWO), null);

        AppliedPlan applied = editor.apply(WWW, plan);

        assertThat(applied.outcome()).isEqualTo(new SetOutcome(1, 1, 0, 1));
        assertThat(applied.records())
                .extracting(DnsRecord::id, DnsRecord::data)
                .containsExactly(tuple(right.id(), ONE), tuple(wrong.id(), TWO));
    }

    @Test
    void anEmptyPlanTakesNoCall() {
        DnsRecord right = api.put(example, "www", ONE, 60);

        AppliedPlan applied = editor.apply(WWW, RecordSetPlan.of(WWW, List.of(right), List.of(ONE), null));

        assertThat(applied).isEqualTo(new AppliedPlan(new SetOutcome(1, 0, 0, 0), List.of(right)));
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void aRecordThatIsGoneIsToldAsSuch() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> editor.apply(WWW, toOne(remembered("rec-gone", "www", TWO))));
    }

    @Test
    void ofSeveralCallsTheFailedOnesAreTold() {
        DnsRecord old = api.put(example, "www", TWO, 60);
        DnsRecord gone = remembered("rec-gone", "www", THREE);
        RecordSetPlan plan = RecordSetPlan.of(WWW, List.of(old, gone), List.of(ONE, A.of("192.0.2.4")), null);

        assertThatExceptionOfType(IncompleteEditException.class)
                .isThrownBy(() -> editor.apply(WWW, plan))
                .withMessageStartingWith("changing the records of www.example.com: 1 of 2 changes failed")
                .satisfies(e -> {
                    assertThat(e.done()).isEqualTo(new SetOutcome(0, 1, 0, 0));
                    assertThat(e.reasons()).singleElement().isInstanceOf(NotFoundException.class);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "WWW.Example.com", "www.example.com."})
    void aReplyMayWriteTheNameInAnyForm(String written) {
        DnsRecord old = api.put(example, written, TWO, 60);
        assertThat(editor.apply(WWW, toOne(old)).records()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail", "www.example.org", "www.example.com.example.com", "example.com.", "ww", "bad..name"})
    void aRecordOfAnotherNameIsTold(String written) {
        DnsRecord moved = api.put(example, written, TWO, 60);

        assertThatExceptionOfType(RecordMismatchException.class)
                .isThrownBy(() -> editor.apply(WWW, toOne(remembered(moved.id().value(), "www", TWO))))
                .withMessageContaining("'" + written + "'")
                .satisfies(e -> assertThat(e.found().id()).isEqualTo(moved.id()));
    }

    @Test
    void whereTheZoneIsKnownTheApexIsToldFromNamesBelow() {
        DnsRecord apex = api.put(example, "@", TWO, 60);
        editor.zones().all();
        assertThatExceptionOfType(RecordMismatchException.class)
                .isThrownBy(() -> editor.apply(WWW, toOne(remembered(apex.id().value(), "www", TWO))));
    }

    @Test
    void theApexIsFoundByItsShortNameWithoutTheZone() {
        DnsRecord apex = api.put(example, "@", TWO, 60);
        RecordSetPlan plan = RecordSetPlan.of(example.domain(), List.of(apex), List.of(ONE), null);
        assertThat(editor.apply(example.domain(), plan).records())
                .extracting(DnsRecord::id)
                .containsExactly(apex.id());
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void aRecordOfAnotherTypeIsTold() {
        DnsRecord text = api.put(example, "www", new Txt("x"), 60);
        DnsRecord thought = remembered(text.id().value(), "www", TWO);
        RecordSetPlan retimed = new RecordSetPlan(
                List.of(),
                List.of(new RecordSetPlan.Change(thought, RecordPatch.to(Ttl.of(300)))),
                List.of(),
                List.of());

        assertThatExceptionOfType(RecordMismatchException.class)
                .isThrownBy(() -> editor.apply(WWW, retimed))
                .withMessageContaining("changed as the A record of 'www.example.com'")
                .withMessageContaining("TXT record of 'www'")
                .matches(e -> !e.isTransient());
    }

    @Test
    void aPlanForAnotherNameIsRefusedBeforeAnyCall() {
        RecordSetPlan plan = new RecordSetPlan(
                List.of(), List.of(), List.of(new RecordDraft(DomainName.of("a.example.com"), ONE, MINUTE)), List.of());
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> editor.apply(WWW, plan))
                .withMessageContaining("a.example.com");
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void theOnlyCallsFailureIsToldAsItIs() {
        DnsRecord old = api.put(example, "www", TWO, 60);
        VpsDnsException refused = new VpsDnsException("refused", null);
        api.fail(call -> call.startsWith("patch"), () -> refused);
        assertThatExceptionOfType(VpsDnsException.class)
                .isThrownBy(() -> editor.apply(WWW, toOne(old)))
                .isSameAs(refused);
    }

    private static RecordSetPlan toOne(DnsRecord record) {
        return RecordSetPlan.of(WWW, List.of(record), List.of(ONE), null);
    }

    private static DnsRecord remembered(String id, String name, RecordData data) {
        assertThat(data.type()).isEqualTo(RecordType.A);
        return new DnsRecord(new RecordId(id), name, data, MINUTE, null);
    }
}
