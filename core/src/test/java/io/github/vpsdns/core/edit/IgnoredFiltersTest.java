// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Edits of one zone, beside another with equal relative names, at an API that ignores filters. */
@Timeout(30)
class IgnoredFiltersTest {
    private static final DomainName WWW = DomainName.of("www.example.com");
    private static final A OURS = A.of("192.0.2.1");
    private static final A THEIRS = A.of("192.0.2.99");

    @StartStop
    final MockWebServer server = new MockWebServer();

    private final FilterlessServer api = new FilterlessServer();
    private VpsDnsClient client;
    private RecordEditor editor;

    @BeforeEach
    void open() {
        api.zone("example.net");
        api.zone("example.com");
        server.setDispatcher(api);
        client = VpsDnsClient.builder()
                .apiUrl(server.url("/").uri())
                .token(ApiToken.of("vps_0123456789"))
                .build();
        editor = new RecordEditor(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void findShowsNothingOfAnotherZone() {
        api.put("example.net", "theirs", "A", "www", "192.0.2.99");
        api.put("example.com", "ours", "A", "www", "192.0.2.1");

        assertThat(editor.find(WWW, RecordType.A)).extracting(DnsRecord::id).containsExactly(new RecordId("ours"));
        assertThat(editor.find(List.of(WWW), RecordType.A))
                .hasEntrySatisfying(WWW, found -> assertThat(found).hasSize(1));
    }

    @Test
    void findTellsTypesApartItself() {
        api.put("example.com", "text", "TXT", "www", "192.0.2.1");
        api.put("example.com", "ours", "A", "www", "192.0.2.1");

        assertThat(editor.find(List.of(WWW), RecordType.A))
                .isEqualTo(Map.of(WWW, editor.find(WWW, RecordType.A)))
                .hasEntrySatisfying(WWW, found -> assertThat(found).hasSize(1));
    }

    @Test
    void setMakesOurRecordAndLeavesTheOneOfAnotherZone() {
        api.put("example.net", "theirs", "A", "www", "192.0.2.99");

        assertThat(editor.set(WWW, RecordType.A, List.of(OURS), null)).isEqualTo(new SetOutcome(0, 0, 1, 0));

        assertThat(api.writes()).containsExactly("POST dns-zones/example.com/records/");
    }

    @Test
    void setOfNothingRemovesNothingOfAnotherZone() {
        api.put("example.net", "theirs", "A", "www", "192.0.2.99");

        assertThat(editor.set(WWW, RecordType.A, List.of(), null).unchanged()).isTrue();
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void removeLeavesTheEqualValueOfAnotherZone() {
        api.put("example.net", "theirs", "A", "www", "192.0.2.99");

        assertThat(editor.remove(WWW, THEIRS)).isZero();
        assertThat(api.writes()).isEmpty();
    }

    @Test
    void addDoesNotTakeTheEqualValueOfAnotherZoneForOurs() {
        api.put("example.net", "theirs", "A", "www", "192.0.2.1");

        assertThat(editor.add(new RecordDraft(WWW, OURS, Ttl.of(60))).created()).isTrue();
        assertThat(api.writes()).containsExactly("POST dns-zones/example.com/records/");
    }

    @Test
    void aCnameOfAnotherZoneIsNotInTheWay() {
        api.put("example.net", "theirs", "CNAME", "www", "host.example.org");
        assertThat(editor.add(new RecordDraft(WWW, OURS, Ttl.of(60))).created()).isTrue();
    }

    @Test
    void dataOfAnotherZoneIsNotInTheWayOfACname() {
        api.put("example.net", "theirs", "A", "www", "192.0.2.99");
        Cname target = new Cname(DomainName.of("host.example.org"));

        assertThat(editor.plan(WWW, RecordType.CNAME, List.of(target), null).create())
                .hasSize(1);
    }

    @Test
    void recordsAreListedByTheZonesOwnPath() {
        editor.find(WWW, RecordType.A);
        assertThat(api.calls()).containsExactly("GET dns-zones/", "GET dns-zones/example.com/records/");
    }
}
