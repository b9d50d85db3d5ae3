// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.IncompleteListException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.RateLimitedException;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneDetail;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two readings of the vendor's page, the client's and the sandbox's, against each other over real HTTP. */
class SandboxContractTest {
    private static final DomainName DOMAIN = DomainName.of("example.com");
    private static final DomainName NAME = DomainName.of("_acme-challenge.www.example.com");
    private static final RecordDraft DRAFT = new RecordDraft(NAME, new Txt("value-1"), Ttl.of(60));
    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofMillis(200));

    private Sandbox sandbox;
    private VpsDnsClient client;

    @BeforeEach
    void open() {
        sandbox = Sandbox.builder()
                .zone("example.com", "example.org")
                .withoutAcme()
                .withoutDns()
                .start();
        client = client(sandbox.token());
    }

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    static Stream<RecordData> everyType() {
        return Stream.of(
                A.of("192.0.2.1"),
                Aaaa.of("2001:0db8::1"),
                new Cname(DomainName.of("target.example.net")),
                new Mx(0, DomainName.of("mail.example.com")),
                new Txt("v=spf1 include:_spf.example.com ~all"),
                new Txt("\"quoted\" and \\ back"),
                new Txt("x".repeat(700)),
                new Ns(DomainName.of("ns1.example.net")),
                new Srv(10, 0, 5060, DomainName.of("sip.example.com")),
                new Caa(0, "issue", "letsencrypt.org"));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void writesAndReadsBackEveryType(RecordData data) {
        Zone zone = zone();

        DnsRecord made = client.createRecord(zone, new RecordDraft(DomainName.of("x.example.com"), data, Ttl.of(300)));

        assertThat(client.record(made.id())).isEqualTo(made);
        assertThat(made.data()).isEqualTo(data);
        assertThat(made.ttl()).isEqualTo(Ttl.of(300));
        assertThat(made.fqdn(DOMAIN)).contains(DomainName.of("x.example.com"));
    }

    @Test
    void runsAZoneFromItsMakingToItsEnd() {
        ZoneDetail made = client.createZone(DomainName.of("new.example"));
        Zone zone = made.zone();
        client.createRecord(zone, new RecordDraft(zone.domain(), A.of("192.0.2.1"), Ttl.of(60)));

        assertThat(client.zone(zone.id()).records()).hasSize(1);
        client.deleteZone(zone.id());
        assertThat(client.findZone(zone.domain())).isEmpty();
        assertThatThrownBy(() -> client.deleteZone(zone.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void runsARecordFromItsMakingToItsEnd() {
        Zone zone = zone();
        DnsRecord made = client.createRecord(zone, DRAFT);

        assertThat(client.patchRecord(made.id(), RecordPatch.to(Ttl.of(120))).ttl())
                .isEqualTo(Ttl.of(120));
        assertThat(client.patchRecord(made.id(), RecordPatch.to(new Txt("value-2")))
                        .data())
                .isEqualTo(new Txt("value-2"));
        RecordDraft other = new RecordDraft(zone.domain(), new Txt("value-3"), Ttl.of(30));
        assertThat(client.replaceRecord(zone, made.id(), other).fqdn(DOMAIN)).contains(DOMAIN);
        client.deleteRecord(made.id());
        assertThatThrownBy(() -> client.deleteRecord(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSecondZoneOfOneNameIsRefused() {
        assertThatThrownBy(() -> client.createZone(DOMAIN)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void tellsWhatATokenMayDo() {
        try (VpsDnsClient reader = client(sandbox.token("dns:list", "dns:delete"))) {
            assertThat(reader.tokenPermissions())
                    .hasValueSatisfying(names -> assertThat(names).containsExactlyInAnyOrder("dns:list", "dns:delete"));
        }
    }

    @Test
    void servesManyThreadsAtOnce() {
        Zone zone = zone();

        List<CompletableFuture<DnsRecord>> all = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.createRecord(
                        zone, new RecordDraft(DomainName.of("n" + i + ".example.com"), new Txt("v" + i), Ttl.of(60)))))
                .toList();

        assertThat(all)
                .extracting(CompletableFuture::join)
                .extracting(DnsRecord::id)
                .doesNotHaveDuplicates();
        assertThat(values()).hasSize(40);
    }

    @Test
    void aWrongTokenIsUnauthorized() {
        try (VpsDnsClient stranger = client("vps_wrong")) {
            assertThatThrownBy(() -> stranger.zones().toList()).isInstanceOf(UnauthorizedException.class);
        }
    }

    @Test
    void aTokenWithoutThePermissionIsForbidden() {
        Zone zone = zone();
        try (VpsDnsClient reader = client(sandbox.token("dns:list"))) {
            assertThatThrownBy(() -> reader.createRecord(zone, DRAFT)).isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void theZoneOfAnotherAccountIsNotFound() {
        Zone zone = zone();
        try (VpsDnsClient stranger = client(sandbox.tokenOf("stranger", "dns:list"))) {
            assertThatThrownBy(() -> stranger.zone(zone.id())).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ARRAY", "RESULTS", "PAGES", "OFFSET", "CURSOR", "FOREIGN_NEXT", "HIDDEN_PAGES"})
    void readsAWholeListInEveryShape(ListShape shape) {
        fill(25);
        sandbox.listShape(shape, 10);

        assertThat(values()).hasSize(25).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOOP", "SHORT"})
    void refusesAListThatDoesNotComeToItsEnd(ListShape shape) {
        fill(25);
        Zone zone = zone();
        sandbox.listShape(shape, 10);

        assertThatThrownBy(() -> client.records(zone.id()).toList()).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aShortListIsIncomplete() {
        fill(25);
        Zone zone = zone();
        sandbox.listShape(ListShape.SHORT, 10);

        assertThatThrownBy(() -> client.records(zone.id(), RecordType.TXT).toList())
                .isInstanceOf(IncompleteListException.class);
    }

    static Stream<Fault> losses() {
        List<Fault> faults = new ArrayList<>();
        for (Fault loss : List.of(
                Fault.drop(),
                Fault.status(500),
                Fault.status(502),
                Fault.status(503, Duration.ofSeconds(1)),
                Fault.status(504),
                Fault.delay(Duration.ofMillis(900)))) {
            faults.add(loss.beforeCommit());
            faults.add(loss.afterCommit());
        }
        for (Garbage garbage : Garbage.values()) {
            faults.add(Fault.garbage(garbage));
        }
        faults.add(Fault.truncate());
        return faults.stream();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aRecordIsThereOnceWhateverHappensToItsRequest(Fault loss) {
        Zone zone = zone();
        sandbox.faults().add(loss.on("POST", "/dns-zones/*/records/"));

        DnsRecord made = client.createRecord(zone, DRAFT);

        assertThat(sandbox.zones().records("example.com"))
                .extracting(SandboxRecord::uuid)
                .containsExactly(made.id().value());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aRecordIsThereOnceWhateverHappensToTwoRequestsInARow(Fault loss) {
        Zone zone = zone();
        sandbox.faults().add(loss.on("POST", "/dns-zones/*/records/").times(2));

        DnsRecord made = client.createRecord(zone, DRAFT);

        assertThat(sandbox.zones().records("example.com"))
                .extracting(SandboxRecord::uuid)
                .containsExactly(made.id().value());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aChangeIsMadeWhateverHappensToItsRequest(Fault loss) {
        DnsRecord made = client.createRecord(zone(), DRAFT);
        sandbox.faults().add(loss.on("PATCH", "/dns-records/*/"));

        assertThat(client.patchRecord(made.id(), RecordPatch.to(new Txt("value-2")))
                        .data())
                .isEqualTo(new Txt("value-2"));
        assertThat(values()).containsExactly("value-2");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aZoneIsThereWhateverHappensToItsRequest(Fault loss) {
        sandbox.faults().add(loss.on("POST", "/dns-zones/"));

        ZoneDetail made = client.createZone(DomainName.of("new.example"));

        assertThat(client.findZone(DomainName.of("new.example")))
                .map(Zone::id)
                .contains(made.zone().id());
    }

    @Test
    void aDeleteWhoseAnswerIsLostIsDone() {
        DnsRecord made = client.createRecord(zone(), DRAFT);
        sandbox.faults().add(Fault.drop().afterCommit().on("DELETE", "/dns-records/*/"));

        client.deleteRecord(made.id());

        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void aRateLimitIsWaitedOut() {
        Zone zone = zone();
        sandbox.faults().add(Fault.rateLimit(1, Duration.ofSeconds(1)).on("POST", "/**"));

        client.createRecord(zone, DRAFT);
        client.createRecord(zone, new RecordDraft(NAME, new Txt("value-2"), Ttl.of(60)));

        assertThat(values()).containsExactlyInAnyOrder("value-1", "value-2");
    }

    @Test
    void aRateLimitBeyondTheDeadlineIsTold() {
        Zone zone = zone();
        sandbox.faults().add(Fault.status(429, Duration.ofHours(1)).on("POST", "/**"));

        assertThatThrownBy(() -> client.createRecord(zone, DRAFT))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        e -> assertThat(e.retryAfter()).contains(Duration.ofHours(1)));
    }

    private VpsDnsClient client(String token) {
        return VpsDnsClient.builder()
                .apiUrl(sandbox.apiUrl())
                .token(ApiToken.of(token))
                .retry(QUICK)
                .silence(Duration.ofMillis(400))
                .build();
    }

    private Zone zone() {
        return client.findZone(DOMAIN).orElseThrow();
    }

    private void fill(int records) {
        for (int i = 0; i < records; i++) {
            sandbox.zones().add("example.com", "n" + i, "TXT", "v" + i);
        }
    }

    private List<String> values() {
        try (Stream<DnsRecord> records = client.records(zone().id())) {
            return records.map(record -> record.data().value()).toList();
        }
    }
}
