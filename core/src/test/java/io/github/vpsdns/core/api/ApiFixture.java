// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneId;
import java.time.Duration;
import java.util.random.RandomGenerator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** What tests of the client share: the API's JSON, and clients of a scripted server. */
final class ApiFixture {
    static final String TOKEN = "vps_secret0123456789";
    static final Zone ZONE = new Zone(new ZoneId("z-1"), DomainName.of("example.com"), null, null);
    static final RecordId RECORD = new RecordId("rec-001");
    static final RecordDraft CHALLENGE =
            new RecordDraft(DomainName.of("_acme-challenge.example.com"), new Txt("v1"), Ttl.of(60));

    /** No jitter: every wait is as long as it may be. */
    static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private ApiFixture() {}

    static VpsDnsClientBuilder builder(MockWebServer server) {
        return VpsDnsClient.builder()
                .apiUrl(server.url("/").uri())
                .token(ApiToken.of(TOKEN))
                .random(LONGEST);
    }

    static VpsDnsClient client(MockWebServer server, ManualTime time) {
        return builder(server).timekeeper(time).build();
    }

    static VpsDnsClient client(MockWebServer server, ManualTime time, Duration silence) {
        return builder(server).timekeeper(time).silence(silence).build();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse html(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<!DOCTYPE html><title>Not Found</title>")
                .build();
    }

    static MockResponse status(int status, String... headers) {
        MockResponse.Builder response =
                new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            response.setHeader(headers[i], headers[i + 1]);
        }
        return status == 204
                ? response.build()
                : response.body("{\"detail\": \"answer " + status + "\"}").build();
    }

    static String zone(String id, String domain) {
        return """
                {"uuid": "%s", "domain": "%s", "created_at": "2024-01-15T10:30:00Z", "record_count": 12}""".formatted(id, domain);
    }

    static String zoneDetail(String id, String domain, String... records) {
        return """
                {"uuid": "%s", "domain": "%s", "created_at": "2024-01-15T10:30:00Z", "record_count": 5, "records": [%s]}""".formatted(id, domain, String.join(", ", records));
    }

    static String record(String id, String type, String name, String value) {
        return record(id, type, name, value, "null", "2024-01-15T10:30:00Z");
    }

    static String record(String id, String type, String name, String value, String priority, String createdAt) {
        return """
                {"uuid": "%s", "record_type": "%s", "name": "%s", "value": "%s", "ttl": 3600, "priority": %s, \
                "created_at": "%s"}""".formatted(id, type, name, value, priority, createdAt);
    }

    /** The challenge of {@link #CHALLENGE} as the API shows it. */
    static String challenge(String id) {
        return record(id, "TXT", "_acme-challenge", "v1");
    }

    static String array(String... entries) {
        return "[" + String.join(", ", entries) + "]";
    }

    static String envelope(long count, String next, String... entries) {
        return """
                {"count": %d, "next": %s, "previous": null, "results": [%s]}""".formatted(count, next == null ? "null" : '"' + next + '"', String.join(", ", entries));
    }
}
