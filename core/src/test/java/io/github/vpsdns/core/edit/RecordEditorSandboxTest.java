// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.CallEvent;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.IncompleteListException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Edits through the real client against the sandbox's reading of the API document. */
@Timeout(60)
class RecordEditorSandboxTest {
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static final DomainName CHALLENGE = DomainName.of("_acme-challenge.example.com");
    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofSeconds(20), Duration.ofMillis(2), Duration.ofMillis(10));

    private final Sandbox sandbox = Sandbox.builder()
            .zone("example.com", "example.net")
            .withoutAcme()
            .withoutDns()
            .start();
    private final ConcurrentLinkedQueue<CallEvent> events = new ConcurrentLinkedQueue<>();
    private final VpsDnsClient client = client(sandbox.token());
    private final RecordEditor editor = new RecordEditor(client);

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void twentyFiveValuesTakeTwoListingsAndTwentyFiveCreations() {
        List<AddOutcome> outcomes = editor.addAll(challenges(25));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof AddOutcome.Added added && added.created());
        assertThat(sandbox.calls().all()).hasSize(1 + 1 + 25);
        assertThat(sandbox.calls().count("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(sandbox.calls().count("POST", "/dns-zones/*/records/")).isEqualTo(25);
        assertThat(events).hasSize(27);
    }

    @Test
    void addingThemAgainWritesNothing() {
        editor.addAll(challenges(25));
        events.clear();

        assertThat(editor.addAll(challenges(25)))
                .allMatch(outcome -> outcome instanceof AddOutcome.Added added && !added.created());
        assertThat(events).extracting(CallEvent::method).containsExactly("GET");
    }

    @Test
    void removingThemTakesTwentyFiveDeletionsAndNoListing() {
        List<DnsRecord> records = editor.addAll(challenges(25)).stream()
                .map(outcome -> ((AddOutcome.Added) outcome).record())
                .toList();
        events.clear();

        assertThat(editor.removeAll(records)).allMatch(RemoveOutcome.Removed.class::isInstance);

        assertThat(events).hasSize(25).extracting(CallEvent::method).containsOnly("DELETE");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void everyTypeIsSetChangedAndRemoved() {
        everyTypeMakesItsWay(WWW, A.of("192.0.2.1"), A.of("192.0.2.2"));
        everyTypeMakesItsWay(WWW, RecordData.parse(RecordType.AAAA, "2001:0db8::1", null), aaaa("2001:db8::2"));
        everyTypeMakesItsWay(WWW, new Mx(0, DomainName.of("mail.example.com")), new Mx(10, WWW));
        everyTypeMakesItsWay(WWW, new Txt("v=spf1 ~all"), new Txt("say \"hi\" \\o/ grün"));
        everyTypeMakesItsWay(WWW, RecordData.parse(RecordType.NS, "ns1.example.com", null), ns("ns2.example.com"));
        everyTypeMakesItsWay(WWW, new Srv(0, 0, 5060, WWW), new Srv(1, 2, 5061, WWW));
        everyTypeMakesItsWay(WWW, new Caa(0, "issue", "letsencrypt.org"), new Caa(128, "issuewild", ";"));
        everyTypeMakesItsWay(WWW, new Cname(DomainName.of("a.example.net")), new Cname(DomainName.of("b.example.net")));
    }

    private void everyTypeMakesItsWay(DomainName name, RecordData first, RecordData second) {
        RecordType type = first.type();
        assertThat(editor.set(name, type, List.of(first), Ttl.of(60))).isEqualTo(new SetOutcome(0, 0, 1, 0));
        assertThat(editor.set(name, type, List.of(first), Ttl.of(60)).unchanged())
                .isTrue();
        assertThat(editor.set(name, type, List.of(first), Ttl.of(300))).isEqualTo(new SetOutcome(0, 1, 0, 0));
        assertThat(editor.set(name, type, List.of(second), null)).isEqualTo(new SetOutcome(0, 1, 0, 0));
        assertThat(editor.find(name, type)).singleElement().satisfies(record -> {
            assertThat(record.data()).isEqualTo(second);
            assertThat(record.ttl()).isEqualTo(Ttl.of(300));
        });
        assertThat(editor.set(name, type, List.of(), null)).isEqualTo(new SetOutcome(0, 0, 0, 1));
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void changesOneRecordInPlaceAndNoOther() {
        editor.addAll(List.of(
                new RecordDraft(CHALLENGE, new Txt("ours"), Ttl.of(60)),
                new RecordDraft(CHALLENGE, new Txt("theirs"), Ttl.of(60))));
        DnsRecord ours = editor.find(CHALLENGE, RecordType.TXT).stream()
                .filter(record -> record.data().equals(new Txt("ours")))
                .findFirst()
                .orElseThrow();
        sandbox.faults().add(Fault.drop().on("PATCH", "**").afterCommit());
        sandbox.calls().clear();

        DnsRecord changed = editor.change(ours, new Txt("ours, later"));

        assertThat(changed.id()).isEqualTo(ours.id());
        assertThat(sandbox.calls().count("PATCH", "**")).isEqualTo(1);
        assertThat(sandbox.zones().records("example.com").stream().map(SandboxRecord::value))
                .containsExactlyInAnyOrder("ours, later", "theirs");
        sandbox.calls().clear();
        assertThat(editor.change(changed, new Txt("ours, later"))).isEqualTo(changed);
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void otherPeoplesValuesStay() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", "theirs", 300, null);
        sandbox.zones().add("example.com", "_acme-challenge.example.com", "TXT", "theirs too", 300, null);

        AddOutcome.Added ours = editor.add(draft(CHALLENGE, new Txt("ours")));
        assertThat(editor.remove(CHALLENGE, new Txt("ours"))).isEqualTo(1);

        assertThat(ours.record().ttl()).isEqualTo(Ttl.of(300));
        assertThat(values()).containsExactly("theirs", "theirs too");
    }

    @Test
    void recordsOfTwoZonesGoWhereTheyBelong() {
        editor.addAll(List.of(
                draft(CHALLENGE, new Txt("com")), draft(DomainName.of("_acme-challenge.example.net"), new Txt("net"))));
        assertThat(values()).containsExactly("com");
        assertThat(sandbox.zones().records("example.net"))
                .extracting(SandboxRecord::value)
                .containsExactly("net");
    }

    @ParameterizedTest
    @EnumSource(
            value = ListShape.class,
            names = {"ARRAY", "RESULTS", "PAGES", "OFFSET", "CURSOR", "FOREIGN_NEXT", "HIDDEN_PAGES"})
    void findsWhatIsThereInEveryShapeOfList(ListShape shape) {
        editor.addAll(challenges(7));
        sandbox.listShape(shape, 3);

        assertThat(new RecordEditor(client).addAll(challenges(7)))
                .allMatch(outcome -> outcome instanceof AddOutcome.Added added && !added.created());
    }

    @Test
    void aShortListChangesNothing() {
        editor.addAll(challenges(7));
        sandbox.listShape(ListShape.SHORT, 3);

        assertThatExceptionOfType(IncompleteListException.class)
                .isThrownBy(() -> editor.set(CHALLENGE, RecordType.TXT, List.of(new Txt("x")), null));
        assertThat(values()).hasSize(7);
    }

    @Test
    void aLostAnswerLeavesOneRecordEach() {
        sandbox.faults()
                .add(Fault.drop()
                        .afterCommit()
                        .on("POST", "/dns-zones/*/records/")
                        .times(3));
        sandbox.faults()
                .add(Fault.status(503).on("POST", "/dns-zones/*/records/").times(2));

        assertThat(editor.addAll(challenges(6))).allMatch(AddOutcome.Added.class::isInstance);

        assertThat(values()).containsExactlyInAnyOrder("v0", "v1", "v2", "v3", "v4", "v5");
    }

    @Test
    void lostDeletionsAreDone() {
        List<DnsRecord> records = editor.addAll(challenges(4)).stream()
                .map(outcome -> ((AddOutcome.Added) outcome).record())
                .toList();
        sandbox.faults().add(Fault.drop().afterCommit().on("DELETE", "/**").times(3));

        assertThat(editor.removeAll(records)).allMatch(RemoveOutcome.Removed.class::isInstance);
        assertThat(values()).isEmpty();
    }

    @Test
    void anInterruptEndsCallsThatHangAtOnce() throws InterruptedException {
        sandbox.faults()
                .add(Fault.delay(Duration.ofSeconds(20)).on("POST", "/**").always());
        AtomicReference<List<AddOutcome>> outcomes = new AtomicReference<>(List.of());
        AtomicBoolean flag = new AtomicBoolean();
        Thread adder = new Thread(() -> {
            outcomes.set(editor.addAll(challenges(12)));
            flag.set(Thread.currentThread().isInterrupted());
        });
        adder.start();
        await().until(() -> sandbox.faults().script().get(0).struck() == 8);

        long interruptedAt = System.nanoTime();
        adder.interrupt();
        adder.join();

        assertThat(Duration.ofNanos(System.nanoTime() - interruptedAt)).isLessThan(Duration.ofSeconds(5));
        assertThat(outcomes.get())
                .hasSize(12)
                .allSatisfy(outcome ->
                        assertThat(((AddOutcome.NotAdded) outcome).reason()).isInstanceOf(CancelledException.class));
        assertThat(flag).isTrue();
    }

    @Test
    void aTokenThatMayOnlyListIsToldSoForEachValue() {
        try (VpsDnsClient reader = client(sandbox.token("dns:list"))) {
            assertThat(new RecordEditor(reader).addAll(challenges(3)))
                    .allSatisfy(outcome -> assertThat(((AddOutcome.NotAdded) outcome).reason())
                            .isInstanceOf(ForbiddenException.class));
        }
        assertThat(values()).isEmpty();
    }

    @Test
    void aZoneDeletedAndMadeAgainIsFoundByTheNextEdit() {
        editor.add(draft(CHALLENGE, new Txt("before")));
        sandbox.zones().delete("example.com");
        sandbox.zones().create("example.com");

        assertThatThrownBy(() -> editor.add(draft(CHALLENGE, new Txt("lost")))).isInstanceOf(VpsDnsException.class);
        assertThat(editor.add(draft(CHALLENGE, new Txt("after"))).created()).isTrue();
        assertThat(values()).containsExactly("after");
    }

    @Test
    void twoNamesAreReadByTwoCallsAndMovedByOneCallEach() {
        DomainName nas = DomainName.of("nas.example.com");
        editor.addAll(List.of(draft(WWW, A.of("192.0.2.1")), draft(nas, A.of("192.0.2.1"))));
        RecordEditor fresh = new RecordEditor(client);
        sandbox.calls().clear();

        List<AppliedPlan> applied = fresh.readAll(List.of(WWW, nas)).values().stream()
                .map(NameReading.Found.class::cast)
                .map(found ->
                        fresh.apply(found.name(), found.plan(RecordType.A, List.of(A.of("192.0.2.2")), Ttl.of(300))))
                .toList();

        assertThat(sandbox.calls().count("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(sandbox.calls().count("PATCH", "**")).isEqualTo(2);
        assertThat(sandbox.calls().all()).hasSize(4);
        assertThat(applied).flatExtracting(AppliedPlan::records).allSatisfy(record -> {
            assertThat(record.data()).isEqualTo(A.of("192.0.2.2"));
            assertThat(record.ttl()).isEqualTo(Ttl.of(60));
        });
        assertThat(values()).containsExactly("192.0.2.2", "192.0.2.2");
    }

    private VpsDnsClient client(String token) {
        return VpsDnsClient.builder()
                .apiUrl(sandbox.apiUrl())
                .token(ApiToken.of(token))
                .retry(QUICK)
                .listener(events::add)
                .build();
    }

    private List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(SandboxRecord::value)
                .toList();
    }

    private static List<RecordDraft> challenges(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> draft(CHALLENGE, new Txt("v" + i)))
                .toList();
    }

    private static RecordData aaaa(String text) {
        return RecordData.parse(RecordType.AAAA, text, null);
    }

    private static RecordData ns(String text) {
        return RecordData.parse(RecordType.NS, text, null);
    }

    private static RecordDraft draft(DomainName name, RecordData data) {
        return new RecordDraft(name, data, Ttl.of(60));
    }
}
