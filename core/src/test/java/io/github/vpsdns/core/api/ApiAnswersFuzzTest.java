// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.TOKEN;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Whatever the API answers, a call ends in a result or in one of our own exceptions, whose sentence is fit for a log. */
final class ApiAnswersFuzzTest {
    private static final List<String> BODIES = List.of("""
            [{"uuid": "11111111-1111-1111-1111-111111111111", "domain": "example.com", "created_at": "2026-01-01T00:00:00Z"},
             {"uuid": "22222222-2222-2222-2222-222222222222", "domain": "example.org", "records": []}]
            """, """
            {"count": 2, "next": null, "previous": null, "results": [
              {"uuid": "r1", "name": "www", "record_type": "A", "value": "192.0.2.1", "ttl": 60, "priority": null},
              {"uuid": "r2", "name": "@", "record_type": "MX", "value": "mail.example.com", "ttl": 60, "priority": 10}]}
            """, """
            {"uuid": "r1", "name": "_acme-challenge", "record_type": "TXT", "value": "v1", "ttl": 60}
            """, """
            {"detail": {"value": ["Invalid.", "Worse."], "non_field_errors": [{"a": "b"}]}, "error_code": "invalid", "field": "value"}
            """);
    private static final List<Integer> STATUSES =
            List.of(200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503);

    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void endInAResultOrInASentence() {
        Damage damage = new Damage(
                List.of("uuid", "results", "next", "\"next\": \"http://192.0.2.1/x\"", "record_type", "ttl"));
        try (VpsDnsClient client = ApiFixture.client(server, new ManualTime())) {
            Fuzz.rounds(250, random -> {
                server.setDispatcher(new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer(damage, random);
                    }
                });
                assertFit(client, random.nextInt(4));
            });
        }
    }

    private static void assertFit(VpsDnsClient client, int which) {
        try {
            assertThat(call(client, which)).isNotNull();
        } catch (VpsDnsException e) {
            assertThat(e.getMessage())
                    .isNotBlank()
                    .hasSizeLessThan(2_000)
                    .doesNotContain(TOKEN)
                    .matches("[^\\x00-\\x1f\\x7f]*");
        }
    }

    private static Object call(VpsDnsClient client, int which) {
        return switch (which) {
            case 0 -> client.zones().toList();
            case 1 -> client.records(ZONE.id()).toList();
            case 2 -> client.record(ApiFixture.RECORD);
            default -> client.createRecord(ZONE, CHALLENGE);
        };
    }

    private static MockResponse answer(Damage damage, Random random) {
        byte[] body = BODIES.get(random.nextInt(BODIES.size())).getBytes(StandardCharsets.UTF_8);
        return new MockResponse.Builder()
                .code(STATUSES.get(random.nextInt(STATUSES.size())))
                .setHeader("Content-Type", random.nextInt(8) == 0 ? "text/html" : "application/json")
                .body(new Buffer().write(random.nextInt(5) == 0 ? body : damage.of(body, random)))
                .build();
    }
}
