// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.array;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.record;
import static io.github.vpsdns.core.api.ApiFixture.status;
import static io.github.vpsdns.core.api.ApiFixture.zone;
import static io.github.vpsdns.core.api.ApiFixture.zoneDetail;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneDetail;
import io.github.vpsdns.core.zone.ZoneId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentedOperationsTest {
    private static final String A_RECORD = record("rec-001", "A", "www", "192.0.2.1");
    private static final RecordDraft WWW =
            new RecordDraft(DomainName.of("www.example.com"), A.of("192.0.2.1"), Ttl.of(3600));

    @StartStop
    final MockWebServer server = new MockWebServer();

    private VpsDnsClient client;

    @BeforeEach
    void open() {
        client = ApiFixture.client(server, new ManualTime());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void listsZones() throws Exception {
        server.enqueue(json(200, array(zone("z-1", "example.com"), zone("z-2", "example.org"))));

        List<Zone> zones;
        try (Stream<Zone> stream = client.zones()) {
            zones = stream.toList();
        }

        assertThat(zones)
                .containsExactly(
                        new Zone(
                                new ZoneId("z-1"),
                                DomainName.of("example.com"),
                                Instant.parse("2024-01-15T10:30:00Z"),
                                12),
                        new Zone(
                                new ZoneId("z-2"),
                                DomainName.of("example.org"),
                                Instant.parse("2024-01-15T10:30:00Z"),
                                12));
        assertThat(requestLine()).isEqualTo("GET /api/v1/dns-zones/");
    }

    @Test
    void findsAZoneByItsNameEvenIfTheApiIgnoresTheFilter() throws Exception {
        server.enqueue(json(200, array(zone("z-2", "example.org"), zone("z-1", "Example.COM."))));

        assertThat(client.findZone(DomainName.of("example.com"))).map(Zone::id).contains(new ZoneId("z-1"));
        assertThat(requestLine()).isEqualTo("GET /api/v1/dns-zones/?domain=example.com");
    }

    @Test
    void readsAZoneWithItsRecords() throws Exception {
        server.enqueue(json(200, zoneDetail("z-1", "example.com", A_RECORD)));

        ZoneDetail detail = client.zone(ZONE.id());

        assertThat(detail.zone().domain()).isEqualTo(DomainName.of("example.com"));
        assertThat(detail.records()).extracting(DnsRecord::data).containsExactly(A.of("192.0.2.1"));
        assertThat(requestLine()).isEqualTo("GET /api/v1/dns-zones/z-1/");
    }

    @Test
    void createsAZone() throws Exception {
        server.enqueue(json(201, zoneDetail("z-9", "example.net")));

        ZoneDetail detail = client.createZone(DomainName.of("example.net"));

        assertThat(detail.zone().id()).isEqualTo(new ZoneId("z-9"));
        assertThat(detail.records()).isEmpty();
        assertThat(request("POST", "/api/v1/dns-zones/")).isEqualTo("{\"domain\":\"example.net\"}");
    }

    @Test
    void deletesAZone() throws Exception {
        server.enqueue(status(204));

        client.deleteZone(ZONE.id());

        assertThat(requestLine()).isEqualTo("DELETE /api/v1/dns-zones/z-1/");
    }

    @Test
    void listsTheRecordsOfAZone() throws Exception {
        server.enqueue(json(200, array(A_RECORD)));

        try (Stream<DnsRecord> records = client.records(ZONE.id())) {
            assertThat(records)
                    .containsExactly(new DnsRecord(
                            RECORD, "www", A.of("192.0.2.1"), Ttl.of(3600), Instant.parse("2024-01-15T10:30:00Z")));
        }
        assertThat(requestLine()).isEqualTo("GET /api/v1/dns-zones/z-1/records/");
    }

    @Test
    void listsRecordsByZoneAndTypeEvenIfTheApiIgnoresTheType() throws Exception {
        server.enqueue(json(200, array(A_RECORD, record("rec-2", "TXT", "@", "v=spf1 -all"))));

        try (Stream<DnsRecord> records = client.records(ZONE.id(), RecordType.TXT)) {
            assertThat(records).extracting(DnsRecord::data).containsExactly(new Txt("v=spf1 -all"));
        }
        assertThat(requestLine()).isEqualTo("GET /api/v1/dns-records/?zone=z-1&record_type=TXT");
    }

    @Test
    void readsARecord() throws Exception {
        server.enqueue(json(200, A_RECORD));

        assertThat(client.record(RECORD).data()).isEqualTo(A.of("192.0.2.1"));
        assertThat(requestLine()).isEqualTo("GET /api/v1/dns-records/rec-001/");
    }

    @Test
    void createsARecordWithARelativeNameAndAnExplicitTtl() throws Exception {
        server.enqueue(json(201, A_RECORD));

        assertThat(client.createRecord(ZONE, WWW).id()).isEqualTo(RECORD);
        assertThat(request("POST", "/api/v1/dns-zones/z-1/records/"))
                .isEqualTo("{\"record_type\":\"A\",\"name\":\"www\",\"value\":\"192.0.2.1\",\"ttl\":3600}");
    }

    @Test
    void createsARecordAtTheApexWithPriorityZero() throws Exception {
        server.enqueue(json(201, record("rec-1", "MX", "@", "mail.example.com", "0", "2024-01-15")));
        Mx mx = new Mx(0, DomainName.of("mail.example.com."));

        assertThat(client.createRecord(ZONE, new RecordDraft(ZONE.domain(), mx, Ttl.of(300)))
                        .data())
                .isEqualTo(mx);
        assertThat(request("POST", "/api/v1/dns-zones/z-1/records/"))
                .isEqualTo("{\"record_type\":\"MX\",\"name\":\"@\",\"value\":\"mail.example.com\",\"ttl\":300,"
                        + "\"priority\":0}");
    }

    @Test
    void replacesARecord() throws Exception {
        server.enqueue(json(200, A_RECORD));

        assertThat(client.replaceRecord(ZONE, RECORD, WWW).id()).isEqualTo(RECORD);
        assertThat(request("PUT", "/api/v1/dns-records/rec-001/"))
                .isEqualTo("{\"record_type\":\"A\",\"name\":\"www\",\"value\":\"192.0.2.1\",\"ttl\":3600}");
    }

    @Test
    void changesOnlyWhatThePatchNames() throws Exception {
        server.enqueue(json(200, A_RECORD));

        client.patchRecord(RECORD, RecordPatch.to(Ttl.of(1800)));

        assertThat(request("PATCH", "/api/v1/dns-records/rec-001/")).isEqualTo("{\"ttl\":1800}");
    }

    @Test
    void changesAnSrvValueTogetherWithTypeAndPriority() throws Exception {
        server.enqueue(json(200, record("rec-001", "SRV", "_sip._tcp", "10 5060 sip.example.com", "5", "2024-01-15")));

        client.patchRecord(RECORD, RecordPatch.to(new Srv(5, 10, 5060, DomainName.of("sip.example.com"))));

        assertThat(request("PATCH", "/api/v1/dns-records/rec-001/"))
                .isEqualTo("{\"value\":\"10 5060 sip.example.com\",\"record_type\":\"SRV\",\"priority\":5}");
    }

    @Test
    void deletesARecord() throws Exception {
        server.enqueue(status(204));

        client.deleteRecord(RECORD);

        assertThat(requestLine()).isEqualTo("DELETE /api/v1/dns-records/rec-001/");
    }

    @Test
    void acceptsAnAnswerToADeleteThatHasABody() {
        server.enqueue(new MockResponse.Builder().code(200).body("gone").build());

        client.deleteRecord(RECORD);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private String requestLine() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        return request.getMethod() + " " + request.getTarget();
    }

    private String request(String method, String target) throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(method + " " + target);
        return request.getBody().utf8();
    }
}
