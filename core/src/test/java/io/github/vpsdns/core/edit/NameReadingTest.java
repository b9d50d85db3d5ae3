// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NameReadingTest {
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static final DomainName NAS = DomainName.of("nas.example.com");
    private static final DomainName NET = DomainName.of("home.example.net");
    private static final DomainName STRANGER = DomainName.of("www.example.org");
    private static final A ONE = A.of("192.0.2.1");
    private static final A TWO = A.of("192.0.2.2");
    private static final Ttl MINUTE = Ttl.of(60);

    private final FakeApi api = new FakeApi();
    private final RecordEditor editor = new RecordEditor(api, 8, new ManualTime());
    private final Zone com = api.zone("example.com");
    private final Zone net = api.zone("example.net");

    @Test
    void oneListingAZoneServesAllItsNamesAndTypes() {
        DnsRecord a = api.put(com, "www", ONE, 60);
        DnsRecord text = api.put(com, "www.example.com.", new Txt("x"), 60);
        DnsRecord other = api.put(net, "home", Aaaa.of("2001:db8::1"), 60);

        Map<DomainName, NameReading> readings = editor.readAll(List.of(WWW, NET, NAS));

        assertThat(readings.values())
                .containsExactly(
                        new NameReading.Found(WWW, com, List.of(a, text)),
                        new NameReading.Found(NET, net, List.of(other)),
                        new NameReading.Found(NAS, com, List.of()));
        assertThat(api.calls())
                .containsExactlyInAnyOrder("zones", "records example.com", "records example.net")
                .startsWith("zones");
    }

    @Test
    void aSecondReadingListsTheZonesNoMore() {
        editor.readAll(List.of(WWW));
        api.forgetCalls();

        editor.readAll(List.of(WWW, WWW));

        assertThat(api.calls()).containsExactly("records example.com");
    }

    @Test
    void namesOfOneZoneAreReadWhileAnotherZoneFails() {
        VpsDnsException refused = new VpsDnsException("refused", null);
        api.fail(call -> call.equals("records example.net"), () -> refused);

        Map<DomainName, NameReading> readings = editor.readAll(List.of(WWW, NET));

        assertThat(readings.get(WWW)).isInstanceOf(NameReading.Found.class);
        assertThat(readings.get(NET)).isEqualTo(new NameReading.NotRead(NET, refused));
    }

    @Test
    void aNameWithoutZoneIsToldAloneOfItself() {
        Map<DomainName, NameReading> readings = editor.readAll(List.of(STRANGER, WWW));

        assertThat(readings.get(STRANGER))
                .isInstanceOfSatisfying(
                        NameReading.NotRead.class,
                        unread -> assertThat(unread.reason()).isInstanceOf(ZoneNotFoundException.class));
        assertThat(readings.get(WWW)).isInstanceOf(NameReading.Found.class);
    }

    @Test
    void whereZonesCannotBeListedNothingIsReadAndNothingThrown() {
        VpsDnsException refused = new VpsDnsException("refused", null);
        api.fail(call -> call.equals("zones"), () -> refused);

        assertThat(editor.readAll(List.of(WWW, NET)).values())
                .containsExactly(new NameReading.NotRead(WWW, refused), new NameReading.NotRead(NET, refused));
    }

    @Test
    void noNamesTakeNoCall() {
        assertThat(editor.readAll(List.of())).isEmpty();
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void anInterruptIsToldOfEachNameAndKept() {
        editor.zones().all();
        Thread.currentThread().interrupt();

        Map<DomainName, NameReading> readings = editor.readAll(List.of(WWW));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(readings.get(WWW))
                .isInstanceOfSatisfying(
                        NameReading.NotRead.class,
                        unread -> assertThat(unread.reason()).isInstanceOf(CancelledException.class));
    }

    @Test
    void aPlanKeepsTheTtlOfTheSet() {
        DnsRecord old = api.put(com, "www", TWO, 300);

        RecordSetPlan plan = read(WWW).plan(RecordType.A, List.of(ONE), MINUTE);

        assertThat(plan.change()).containsExactly(new RecordSetPlan.Change(old, RecordPatch.to(ONE)));
        assertThat(plan.calls()).isEqualTo(1);
    }

    @Test
    void aPlanMakesNewRecordsWithTheTtlOfTheSet() {
        api.put(com, "www", TWO, 300);
        assertThat(read(WWW).plan(RecordType.A, List.of(ONE, TWO), MINUTE).create())
                .containsExactly(new RecordDraft(WWW, ONE, Ttl.of(300)));
    }

    @Test
    void aPlanMakesANewSetWithTheTtlGiven() {
        api.put(com, "www", new Txt("x"), 300);
        assertThat(read(WWW).plan(RecordType.A, List.of(ONE), MINUTE).create())
                .containsExactly(new RecordDraft(WWW, ONE, MINUTE));
    }

    @Test
    void aPlanLeavesATtlThatIsNotTold() {
        DnsRecord old = api.put(com, "www", TWO, null);

        RecordSetPlan plan = read(WWW).plan(RecordType.A, List.of(ONE), MINUTE);

        assertThat(plan.change()).containsExactly(new RecordSetPlan.Change(old, RecordPatch.to(ONE)));
    }

    @Test
    void aPlanIsEmptyWhereAllIsRight() {
        api.put(com, "www", ONE, 300);
        assertThat(read(WWW).plan(RecordType.A, List.of(ONE), MINUTE).isEmpty()).isTrue();
    }

    @Test
    void aPlanCollapsesDuplicatesAndLeavesOtherTypesAndWhatIsNotUnderstood() {
        api.put(com, "www", ONE, 60);
        DnsRecord copy = api.put(com, "www", ONE, 60);
        api.put(com, "www", new Txt("x"), 60);
        api.put(com, "www", new Opaque(RecordType.A, "no address", null), 60);

        RecordSetPlan plan = read(WWW).plan(RecordType.A, List.of(ONE), MINUTE);

        assertThat(plan.delete()).containsExactly(copy);
        assertThat(plan.calls()).isEqualTo(1);
    }

    @Test
    void aPlanRefusesAddressesBesideACname() {
        api.put(com, "www", new Cname(NET), 60);
        NameReading.Found found = read(WWW);
        assertThatExceptionOfType(CnameConflictException.class)
                .isThrownBy(() -> found.plan(RecordType.A, List.of(ONE), MINUTE))
                .withMessageContaining("www.example.com");
    }

    @Test
    void aPlanRefusesValuesOfAnotherType() {
        NameReading.Found found = read(WWW);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> found.plan(RecordType.AAAA, List.of(ONE), MINUTE));
    }

    private NameReading.Found read(DomainName name) {
        return (NameReading.Found) editor.readAll(List.of(name)).get(name);
    }
}
