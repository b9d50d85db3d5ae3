// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 1034 section 3.6.2, RFC 2181 section 10.1: a CNAME stands alone and never at an apex. */
class CnameRulesTest {
    private static final DomainName APEX = DomainName.of("example.com");
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static final Cname TARGET = new Cname(DomainName.of("host.example.net"));
    private static final Cname OTHER = new Cname(DomainName.of("other.example.net"));
    private static final A ADDRESS = A.of("192.0.2.1");

    private final FakeApi api = new FakeApi();
    private final RecordEditor editor = new RecordEditor(api, 8, new ManualTime());
    private final Zone example = api.zone("example.com");
    private boolean writes;

    @AfterEach
    void nothingIsWrittenWhenRefused() {
        assertThat(api.writes().isEmpty()).isEqualTo(!writes);
    }

    @Test
    void isRefusedAtTheApex() {
        assertThatThrownBy(() -> editor.set(APEX, RecordType.CNAME, List.of(TARGET), null))
                .isInstanceOf(CnameConflictException.class)
                .hasMessage("'example.com' is the apex of its zone, which cannot be a CNAME");
        assertThatThrownBy(() -> editor.add(draft(APEX, TARGET))).isInstanceOf(CnameConflictException.class);
        assertThatThrownBy(() -> editor.plan(APEX, RecordType.CNAME, List.of(TARGET), null))
                .isInstanceOf(CnameConflictException.class);
    }

    @Test
    void isRefusedBesideOtherData() {
        api.put(example, "www", new Txt("x"), 60);
        api.put(example, "www.example.com", ADDRESS, 60);

        assertThatThrownBy(() -> editor.set(WWW, RecordType.CNAME, List.of(TARGET), null))
                .isInstanceOf(CnameConflictException.class)
                .hasMessage("'www.example.com' has records of type A, TXT, beside which no CNAME may stand;"
                        + " remove them first");
        assertThatThrownBy(() -> editor.add(draft(WWW, TARGET))).isInstanceOf(CnameConflictException.class);
    }

    @Test
    void isRefusedBesideDataThatIsNotUnderstood() {
        api.put(example, "www", new Opaque(RecordType.of("PTR"), "x", null), 60);
        assertThatThrownBy(() -> editor.add(draft(WWW, TARGET))).isInstanceOf(CnameConflictException.class);
    }

    @Test
    void isRefusedBesideACnameThatIsNotUnderstood() {
        api.put(example, "www", new Opaque(RecordType.CNAME, "?", null), 60);
        assertThatThrownBy(() -> editor.set(WWW, RecordType.CNAME, List.of(TARGET), null))
                .isInstanceOf(CnameConflictException.class);
    }

    @Test
    void isAllowedBesideWhatDnssecPutsThere() {
        api.put(example, "www", new Opaque(RecordType.of("RRSIG"), "x", null), 60);
        assertThat(editor.add(draft(WWW, TARGET)).created()).isTrue();
        writes = true;
    }

    @Test
    void isAllowedWhereOnlyOtherNamesHaveData() {
        api.put(example, "@", ADDRESS, 60);
        api.put(example, "www2", ADDRESS, 60);
        assertThat(editor.set(WWW, RecordType.CNAME, List.of(TARGET), null).created())
                .isEqualTo(1);
        writes = true;
    }

    @Test
    void takesOneListingWhenSet() {
        editor.set(WWW, RecordType.CNAME, List.of(TARGET), null);
        assertThat(api.calls()).startsWith("zones", "records example.com").hasSize(3);
        writes = true;
    }

    @Test
    void aSecondOneIsRefusedWhenAdded() {
        api.put(example, "www", OTHER, 60);
        assertThatThrownBy(() -> editor.add(draft(WWW, TARGET)))
                .isInstanceOf(CnameConflictException.class)
                .hasMessageContaining("a name has only one; set it");
    }

    @Test
    void isThereAlreadyWhenTheSame() {
        api.put(example, "www", TARGET, 60);
        assertThat(editor.add(draft(WWW, TARGET)).created()).isFalse();
    }

    @Test
    void isChangedInPlaceWhenSet() {
        DnsRecord old = api.put(example, "www", OTHER, 60);
        assertThat(editor.set(WWW, RecordType.CNAME, List.of(TARGET), null)).isEqualTo(new SetOutcome(0, 1, 0, 0));
        assertThat(api.writes()).containsExactly("patch " + old.id());
        writes = true;
    }

    @Test
    void twoAreNeverSet() {
        assertThatThrownBy(() -> editor.set(WWW, RecordType.CNAME, List.of(TARGET, OTHER), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("only one CNAME");
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void isRemovedByASetOfNothingWhateverStandsBeside() {
        api.put(example, "www", TARGET, 60);
        api.put(example, "www", ADDRESS, 60);
        assertThat(editor.set(WWW, RecordType.CNAME, List.of(), null).deleted()).isEqualTo(1);
        writes = true;
    }

    @Test
    void ofTwoInOneRequestTheFirstIsMade() {
        List<AddOutcome> outcomes = editor.addAll(List.of(draft(WWW, TARGET), draft(WWW, OTHER)));
        assertThat(outcomes.get(0)).isInstanceOf(AddOutcome.Added.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        AddOutcome.NotAdded.class,
                        failed -> assertThat(failed.reason()).isInstanceOf(CnameConflictException.class));
        writes = true;
    }

    @Test
    void ofACnameAndAnAddressInOneRequestTheFirstIsMade() {
        List<AddOutcome> outcomes = editor.addAll(List.of(draft(WWW, ADDRESS), draft(WWW, TARGET)));
        assertThat(outcomes.get(0)).isInstanceOf(AddOutcome.Added.class);
        assertThat(outcomes.get(1)).isInstanceOf(AddOutcome.NotAdded.class);
        writes = true;
    }

    @Test
    void otherDataIsNotAddedBesideACname() {
        api.put(example, "www.example.com.", TARGET, 60);
        assertThatThrownBy(() -> editor.add(draft(WWW, ADDRESS)))
                .isInstanceOf(CnameConflictException.class)
                .hasMessage("'www.example.com' is a CNAME, beside which nothing else may stand;"
                        + " remove it before adding A");
    }

    @Test
    void otherDataIsNotSetBesideACname() {
        api.put(example, "www", TARGET, 60);
        assertThatThrownBy(() -> editor.set(WWW, RecordType.A, List.of(ADDRESS), null))
                .isInstanceOf(CnameConflictException.class)
                .hasMessageContaining("remove it before adding A");
        assertThatThrownBy(() -> editor.plan(WWW, RecordType.TXT, List.of(new Txt("x")), Ttl.of(60)))
                .isInstanceOf(CnameConflictException.class);
    }

    @Test
    void aCnameThatIsNotUnderstoodIsInTheWayOfOtherData() {
        api.put(example, "www", new Opaque(RecordType.CNAME, "?", null), 60);
        assertThatThrownBy(() -> editor.add(draft(WWW, ADDRESS))).isInstanceOf(CnameConflictException.class);
    }

    @Test
    void aCnameAtAnotherNameIsNotInTheWay() {
        api.put(example, "www2", TARGET, 60);
        api.put(example, "a.www", TARGET, 60);
        assertThat(editor.add(draft(WWW, ADDRESS)).created()).isTrue();
        writes = true;
    }

    @Test
    void oneDraftInTheWayOfACnameDoesNotStopTheOthers() {
        api.put(example, "www", TARGET, 60);
        List<AddOutcome> outcomes = editor.addAll(List.of(draft(WWW, ADDRESS), draft(APEX, ADDRESS)));
        assertThat(outcomes.get(0)).isInstanceOf(AddOutcome.NotAdded.class);
        assertThat(outcomes.get(1)).isInstanceOf(AddOutcome.Added.class);
        writes = true;
    }

    @Test
    void whatStandsBesideACnameAlreadyIsLeft() {
        api.put(example, "www", TARGET, 60);
        api.put(example, "www", ADDRESS, 60);
        assertThat(editor.add(draft(WWW, ADDRESS)).created()).isFalse();
        assertThat(editor.set(WWW, RecordType.A, List.of(ADDRESS), null).unchanged())
                .isTrue();
        assertThat(editor.set(WWW, RecordType.CNAME, List.of(TARGET), null).unchanged())
                .isTrue();
    }

    @Test
    void whatStandsBesideACnameCanBeRemoved() {
        api.put(example, "www", TARGET, 60);
        api.put(example, "www", ADDRESS, 60);
        assertThat(editor.set(WWW, RecordType.A, List.of(), null).deleted()).isEqualTo(1);
        writes = true;
    }

    @Test
    void knowingOfACnameTakesNoListingOfItsOwn() {
        editor.add(draft(WWW, ADDRESS));
        assertThat(api.calls()).startsWith("zones", "records example.com").hasSize(3);
        writes = true;
    }

    private static RecordDraft draft(DomainName name, RecordData data) {
        return new RecordDraft(name, data, Ttl.of(60));
    }
}
