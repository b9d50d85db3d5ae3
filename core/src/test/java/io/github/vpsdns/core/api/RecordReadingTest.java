// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import java.time.Instant;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict about what identifies a record, lenient about what only describes it. */
class RecordReadingTest {
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

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T10:30:00Z, 2024-01-15T10:30:00Z",
        "2024-01-15T10:30:00.123456Z, 2024-01-15T10:30:00.123456Z",
        "2024-01-15T10:30:00+02:00, 2024-01-15T08:30:00Z",
        "2024-01-15T10:30:00.5-05:00, 2024-01-15T15:30:00.5Z",
        "2024-01-15T10:30:00, 2024-01-15T10:30:00Z",
        "2024-01-15 10:30:00, 2024-01-15T10:30:00Z",
        "2024-01-15, 2024-01-15T00:00:00Z"
    })
    void readsTimesInEveryUsualForm(String text, Instant time) {
        assertThat(read("\"A\"", "\"192.0.2.1\"", "null", "60", '"' + text + '"')
                        .createdAt())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"yesterday\"", "1705314600", "{}"})
    void aTimeThatCannotBeUnderstoodIsNone(String time) {
        assertThat(read("\"A\"", "\"192.0.2.1\"", "null", "60", time).createdAt())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600", "\"'60'\", 60", "2147483647, 2147483647"})
    void readsTtls(String json, int seconds) {
        assertThat(read("\"A\"", "\"192.0.2.1\"", "null", json.replace("'", ""), "null")
                        .ttl())
                .isEqualTo(Ttl.of(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "-1", "2147483648", "1.5", "\"soon\""})
    void aTtlOutOfRangeIsNone(String json) {
        assertThat(read("\"A\"", "\"192.0.2.1\"", "null", json, "null").ttl()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"mail.example.com\" | 10", "\"10 mail.example.com\" | null", "\"mail.example.com.\" | \"10\""})
    void readsPrioritiesWhereverTheyStand(String value, String priority) {
        assertThat(read("\"MX\"", value, priority, "60", "null").data())
                .isEqualTo(new Mx(10, DomainName.of("mail.example.com")));
    }

    @Test
    void keepsATypeThatIsNotDocumented() {
        assertThat(read("\"SOA\"", "\"ns1.vps.org. x. 1 2 3 4 5\"", "null", "60", "null")
                        .data())
                .isEqualTo(new Opaque(RecordType.of("SOA"), "ns1.vps.org. x. 1 2 3 4 5", null));
    }

    @Test
    void keepsAValueThatDoesNotFitItsType() {
        assertThat(read("\"A\"", "\"not an address\"", "null", "60", "null").data())
                .isInstanceOf(Opaque.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uuid\": \"1\", \"record_type\": \"A\", \"name\": \"@\"}",
                "{\"uuid\": \"1\", \"record_type\": \"A\", \"value\": \"192.0.2.1\"}",
                "{\"uuid\": \"1\", \"name\": \"@\", \"value\": \"192.0.2.1\"}",
                "{\"record_type\": \"A\", \"name\": \"@\", \"value\": \"192.0.2.1\"}",
                "{\"uuid\": \"a/b\", \"record_type\": \"A\", \"name\": \"@\", \"value\": \"192.0.2.1\"}",
                "{\"uuid\": \"1\", \"record_type\": \"\", \"name\": \"@\", \"value\": \"192.0.2.1\"}",
                "{\"uuid\": 1, \"record_type\": \"A\", \"name\": \"@\", \"value\": \"192.0.2.1\"}"
            })
    void refusesARecordThatCannotBeIdentified(String body) {
        server.enqueue(json(200, body));

        assertThatThrownBy(() -> client.record(RECORD))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("a record with");
    }

    private DnsRecord read(String type, String value, String priority, String ttl, String createdAt) {
        server.enqueue(json(
                200,
                "{\"uuid\": \"1\", \"record_type\": %s, \"name\": \"@\", \"value\": %s, \"priority\": %s, \"ttl\": %s, "
                                .formatted(type, value, priority, ttl)
                        + "\"created_at\": " + createdAt + ", \"future\": {\"x\": []}}"));
        return client.record(RECORD);
    }
}
