// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.Problem;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RecordAddingTest {
    private static final DomainName CHALLENGE = DomainName.of("_acme-challenge.example.com");

    private final FakeApi api = new FakeApi();
    private final RecordEditor editor = new RecordEditor(api, 8, new ManualTime());
    private final Zone example = api.zone("example.com");

    @Test
    void makesTheMissingValue() {
        AddOutcome.Added added = editor.add(txt(CHALLENGE, "one"));

        assertThat(added.created()).isTrue();
        assertThat(added.zone()).isEqualTo(example);
        assertThat(api.records(example)).containsExactly(added.record());
        assertThat(api.calls())
                .containsExactly("zones", "records example.com", "create _acme-challenge.example.com TXT \"one\" 60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_acme-challenge",
                "_ACME-challenge",
                "_acme-challenge.example.com",
                "_acme-challenge.example.com.",
                "_Acme-Challenge.Example.COM."
            })
    void writesNothingForAValueThatIsThereUnderAnyFormOfTheName(String form) {
        DnsRecord there = api.put(example, form, new Txt("one"), 3600);

        AddOutcome.Added added = editor.add(txt(CHALLENGE, "one"));

        assertThat(added.created()).isFalse();
        assertThat(added.record()).isEqualTo(there);
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void writesNothingWhenAllIsThere() {
        List<RecordDraft> drafts = IntStream.range(0, 10)
                .mapToObj(i -> txt(CHALLENGE, "value " + i))
                .toList();
        editor.addAll(drafts);
        api.forgetCalls();

        assertThat(editor.addAll(drafts))
                .allMatch(outcome -> outcome instanceof AddOutcome.Added added && !added.created());
        assertThat(api.calls()).containsExactly("records example.com");
    }

    @Test
    void takesOneListingOfZonesAndOneOfRecordsForAnyNumberOfValues() {
        List<RecordDraft> drafts = IntStream.range(0, 25)
                .mapToObj(i -> txt(DomainName.of("_acme-challenge.n" + i + ".example.com"), "value"))
                .toList();

        assertThat(editor.addAll(drafts)).allMatch(AddOutcome.Added.class::isInstance);

        assertThat(api.calls()).hasSize(1 + 1 + 25).startsWith("zones", "records example.com");
        assertThat(api.writes()).hasSize(25).allMatch(call -> call.startsWith("create "));
    }

    @Test
    void takesOneListingForEachZoneWhateverTheTypes() {
        api.zone("example.net");
        List<RecordDraft> drafts = List.of(
                txt(CHALLENGE, "one"),
                txt(DomainName.of("_acme-challenge.example.net"), "one"),
                draft(DomainName.of("www.example.com"), A.of("192.0.2.1")),
                draft(DomainName.of("api.example.com"), A.of("192.0.2.1")),
                draft(example.domain(), new Caa(0, "issue", "letsencrypt.org")),
                draft(DomainName.of("ftp.example.com"), new Cname(DomainName.of("www.example.com"))));

        assertThat(editor.addAll(drafts)).allMatch(AddOutcome.Added.class::isInstance);

        assertThat(api.calls())
                .filteredOn(call -> call.startsWith("records"))
                .containsExactlyInAnyOrder("records example.com", "records example.net");
    }

    @Test
    void tellsOutcomesInTheOrderOfTheDrafts() {
        api.put(example, "b", A.of("192.0.2.2"), 60);
        List<RecordDraft> drafts = List.of(
                draft(DomainName.of("c.example.com"), A.of("192.0.2.3")),
                draft(DomainName.of("b.example.com"), A.of("192.0.2.2")),
                draft(DomainName.of("nowhere.test"), A.of("192.0.2.2")),
                draft(DomainName.of("a.example.com"), A.of("192.0.2.1")));

        assertThat(editor.addAll(drafts)).extracting(AddOutcome::draft).isEqualTo(drafts);
    }

    @Test
    void addsACopyWithinTheRequestOnce() {
        List<AddOutcome> outcomes = editor.addAll(List.of(
                txt(CHALLENGE, "one"),
                txt(CHALLENGE, "two"),
                new RecordDraft(DomainName.of("_ACME-CHALLENGE.example.com."), new Txt("one"), Ttl.of(300))));

        assertThat(api.records(example)).hasSize(2);
        assertThat(outcomes)
                .extracting(outcome -> ((AddOutcome.Added) outcome).created())
                .containsExactly(true, true, false);
        assertThat(((AddOutcome.Added) outcomes.get(2)).record())
                .isEqualTo(((AddOutcome.Added) outcomes.get(0)).record());
    }

    @Test
    void leavesOtherValuesAtTheNameAlone() {
        DnsRecord others = api.put(example, "_acme-challenge", new Txt("other"), 60);

        editor.add(txt(CHALLENGE, "one"));

        assertThat(api.records(example)).hasSize(2).contains(others);
    }

    @Test
    void takesTheTtlOfTheSetThatIsThere() {
        api.put(example, "_acme-challenge", new Txt("other"), 300);
        assertThat(editor.add(txt(CHALLENGE, "one")).record().ttl()).isEqualTo(Ttl.of(300));
    }

    @Test
    void givesValuesOfOneNewSetTheTtlOfTheFirst() {
        editor.addAll(List.of(
                new RecordDraft(CHALLENGE, new Txt("one"), Ttl.of(60)),
                new RecordDraft(CHALLENGE, new Txt("two"), Ttl.of(300))));

        assertThat(api.records(example)).extracting(DnsRecord::ttl).containsOnly(Ttl.of(60));
    }

    @Test
    void otherTypesAtTheNameAreOtherSets() {
        api.put(example, "_acme-challenge", A.of("192.0.2.1"), 300);
        api.put(example, "_acme-challenge", new Txt("one"), 60);

        assertThat(editor.add(txt(CHALLENGE, "one")).created()).isFalse();
        assertThat(editor.add(txt(CHALLENGE, "two")).record().ttl()).isEqualTo(Ttl.of(60));
    }

    @Test
    void oneFailureDoesNotStopTheOthers() {
        api.fail(call -> call.contains("\"two\""), () -> new VpsDnsException("refused", null));

        List<AddOutcome> outcomes =
                editor.addAll(List.of(txt(CHALLENGE, "one"), txt(CHALLENGE, "two"), txt(CHALLENGE, "three")));

        assertThat(outcomes.get(0)).isInstanceOf(AddOutcome.Added.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        AddOutcome.NotAdded.class,
                        failed -> assertThat(failed.reason()).hasMessage("refused"));
        assertThat(outcomes.get(2)).isInstanceOf(AddOutcome.Added.class);
    }

    @Test
    void aValueRefusedBecauseSomebodyElseWasFasterIsThere() {
        api.fail(call -> call.startsWith("create"), () -> {
            api.put(example, "_acme-challenge", new Txt("one"), 60);
            return refused();
        });

        AddOutcome.Added added = editor.add(txt(CHALLENGE, "one"));

        assertThat(added.created()).isFalse();
        assertThat(api.records(example)).containsExactly(added.record());
    }

    @Test
    void aValueRefusedForAnotherReasonIsNotThere() {
        api.fail(call -> call.startsWith("create"), RecordAddingTest::refused);
        assertThatThrownBy(() -> editor.add(txt(CHALLENGE, "one"))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aRefusalThatCannotBeLookedIntoIsToldAsItIs() {
        api.fail(call -> call.startsWith("create"), () -> {
            api.fail(call -> call.startsWith("records"), () -> new VpsDnsException("down", null));
            return refused();
        });
        assertThatThrownBy(() -> editor.add(txt(CHALLENGE, "one"))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aFailedListingFailsItsDraftsAndNoOthers() {
        api.zone("example.net");
        api.fail(call -> call.startsWith("records example.com"), () -> new VpsDnsException("down", null));

        List<AddOutcome> outcomes =
                editor.addAll(List.of(txt(CHALLENGE, "one"), txt(DomainName.of("_acme-challenge.example.net"), "one")));

        assertThat(outcomes.get(0)).isInstanceOf(AddOutcome.NotAdded.class);
        assertThat(outcomes.get(1)).isInstanceOf(AddOutcome.Added.class);
        assertThat(api.records(example)).isEmpty();
    }

    @Test
    void aFailedListingOfZonesFailsAllDrafts() {
        api.fail("zones"::equals, () -> new VpsDnsException("down", null));

        assertThat(editor.addAll(List.of(txt(CHALLENGE, "one"), txt(CHALLENGE, "two"))))
                .allSatisfy(outcome ->
                        assertThat(((AddOutcome.NotAdded) outcome).reason()).hasMessage("down"));
    }

    @Test
    void aNameInNoZoneFailsAlone() {
        List<AddOutcome> outcomes = editor.addAll(
                List.of(txt(DomainName.of("_acme-challenge.nowhere.test"), "one"), txt(CHALLENGE, "one")));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        AddOutcome.NotAdded.class,
                        failed -> assertThat(failed.reason()).isInstanceOf(ZoneNotFoundException.class));
        assertThat(outcomes.get(1)).isInstanceOf(AddOutcome.Added.class);
    }

    @Test
    void namesInNoZoneTakeOneMoreListingTogether() {
        editor.zones().all();
        editor.addAll(IntStream.range(0, 5)
                .mapToObj(i -> txt(DomainName.of("n" + i + ".nowhere.test"), "one"))
                .toList());
        assertThat(api.calls()).containsExactly("zones", "zones");
    }

    @Test
    void addingOneThrowsItsFailure() {
        api.fail(call -> call.startsWith("create"), () -> new VpsDnsException("refused", null));
        assertThatThrownBy(() -> editor.add(txt(CHALLENGE, "one"))).hasMessage("refused");
    }

    @Test
    void anUnexpectedFailureIsToldAsOneOfTheOutcomes() {
        api.fail(call -> call.startsWith("create"), () -> new IllegalStateException("the client is closed"));
        assertThatExceptionOfType(VpsDnsException.class)
                .isThrownBy(() -> editor.add(txt(CHALLENGE, "one")))
                .withMessage("adding TXT at _acme-challenge.example.com failed: the client is closed")
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aZoneThatWasMadeAgainIsFoundByTheNextEdit() {
        editor.zones().all();
        api.dropZone(example);
        Zone again = api.zone("example.com");
        assertThatThrownBy(() -> editor.add(txt(CHALLENGE, "one"))).isInstanceOf(VpsDnsException.class);

        assertThat(editor.add(txt(CHALLENGE, "one")).zone()).isEqualTo(again);
    }

    @Test
    void makesNoMoreCallsAtOnceThanAllowed() {
        RecordEditor narrow = new RecordEditor(api, 3, new ManualTime());
        narrow.addAll(
                IntStream.range(0, 40).mapToObj(i -> txt(CHALLENGE, "v" + i)).toList());
        assertThat(api.mostRunning()).isBetween(1, 3);
        assertThat(api.records(example)).hasSize(40);
    }

    @Test
    void nothingToAddTakesNoCall() {
        assertThat(editor.addAll(List.of())).isEmpty();
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void findShowsWhatIsThereByOneListing() {
        DnsRecord one = api.put(example, "www", A.of("192.0.2.1"), 60);
        api.put(example, "www", new Txt("one"), 60);
        api.put(example, "api", A.of("192.0.2.1"), 60);
        DnsRecord odd = api.put(example, "www.example.com.", RecordData.read(RecordType.A, "?", null), 60);

        assertThat(editor.find(DomainName.of("www.example.com"), RecordType.A)).containsExactly(one, odd);
        assertThat(api.calls()).containsExactly("zones", "records example.com");
    }

    @Test
    void findShowsSeveralNamesByOneListingForEachZone() {
        Zone other = api.zone("example.net");
        DnsRecord www = api.put(example, "www", A.of("192.0.2.1"), 60);
        DnsRecord apex = api.put(example, "@", A.of("192.0.2.2"), 60);
        DnsRecord net = api.put(other, "example.net.", A.of("192.0.2.3"), 60);
        DomainName empty = DomainName.of("empty.example.com");

        assertThat(editor.find(
                        List.of(DomainName.of("www.example.com"), example.domain(), empty, other.domain(), empty),
                        RecordType.A))
                .isEqualTo(Map.of(
                        DomainName.of("www.example.com"),
                        List.of(www),
                        example.domain(),
                        List.of(apex),
                        other.domain(),
                        List.of(net),
                        empty,
                        List.of()));
        assertThat(api.calls()).containsExactlyInAnyOrder("zones", "records example.com", "records example.net");
    }

    private static InvalidRequestException refused() {
        return new InvalidRequestException(new Problem("createRecord", 400, null, null, "no", null, ""));
    }

    private static RecordDraft txt(DomainName name, String text) {
        return draft(name, new Txt(text));
    }

    private static RecordDraft draft(DomainName name, RecordData data) {
        return new RecordDraft(name, data, Ttl.of(60));
    }
}
