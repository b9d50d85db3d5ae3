// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static io.github.vpsdns.core.api.ApiFixture.TOKEN;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.challenge;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsTest {
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
    void saysWhoAsksAndWhatItTakes() throws Exception {
        RecordedRequest request = read();

        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept-Language")).isEqualTo("en");
        assertThat(request.getHeaders().get("User-Agent")).matches("vpsdns/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void addsTheProgramToTheUserAgent() throws Exception {
        client.close();
        client = ApiFixture.builder(server).userAgent("my-tool/1.0").build();

        assertThat(read().getHeaders().get("User-Agent")).matches("vpsdns/\\S+ my-tool/1\\.0");
    }

    @Test
    void sendsNoContentTypeWithoutABody() throws Exception {
        assertThat(read().getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void sendsJsonWithABody() throws Exception {
        server.enqueue(json(201, challenge("1")));

        client.createRecord(ZONE, CHALLENGE);

        assertThat(server.takeRequest().getHeaders().get("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void readsCompressedAnswers() throws Exception {
        Buffer compressed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8(challenge("rec-001"));
        }
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(compressed)
                .build());

        assertThat(client.record(RECORD).id()).isEqualTo(RECORD);
    }

    @Test
    void usesOneConnectionForCallsInARow() throws Exception {
        read();

        assertThat(read().getConnectionIndex()).isZero();
    }

    @Test
    void encodesAnIdThatIsUnusualForAPath() throws Exception {
        server.enqueue(json(200, challenge("1")));

        client.record(new RecordId("a;b\u00e9&c"));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/dns-records/a;b%C3%A9&c/");
    }

    @Test
    void sendsHostNamesWithoutTrailingDot() throws Exception {
        assertThat(sent("www.example.com", new Cname(DomainName.of("Target.Example.NET."))))
                .contains("\"value\":\"target.example.net\"");
    }

    @Test
    void keepsUnderscoresAndWildcardsInNames() throws Exception {
        assertThat(sent("*._tcp.example.com", A.of("192.0.2.1"))).contains("\"name\":\"*._tcp\"");
    }

    @Test
    void sendsTextAsItIs() throws Exception {
        assertThat(sent("example.com", new Txt("v=DKIM1; p=\u00e4\\\"x")))
                .contains("\"value\":\"v=DKIM1; p=\u00e4\\\\\\\"x\"");
    }

    @Test
    void sendsLongTextAsItIsByDefault() throws Exception {
        assertThat(sent("example.com", new Txt("x".repeat(300)))).contains("\"value\":\"" + "x".repeat(300) + "\"");
    }

    @Test
    void sendsLongTextInQuotedChunksIfAskedTo() throws Exception {
        client.close();
        client = ApiFixture.builder(server).quoteLongTxt(true).build();

        assertThat(sent("example.com", new Txt("x".repeat(300))))
                .contains("\"value\":\"\\\"" + "x".repeat(255) + "\\\" \\\"" + "x".repeat(45) + "\\\"\"");
    }

    @Test
    void quotesTextThatWouldBeReadBackAsSomethingElse() throws Exception {
        assertThat(sent("example.com", new Txt("\"a\""))).contains("\"value\":\"\\\"\\\\\\\"a\\\\\\\"\\\"\"");
    }

    @Test
    void refusesANameOutsideTheZone() {
        assertThatThrownBy(() -> sent("www.example.org", A.of("192.0.2.1"))).isInstanceOf(InvalidValueException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refusesANameThatWouldBeTakenForAnother() {
        assertThatThrownBy(() -> sent("www.example.com.example.com", A.of("192.0.2.1")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("would take for 'www.example.com'");
    }

    private RecordedRequest read() throws InterruptedException {
        server.enqueue(json(200, challenge("rec-001")));
        client.record(RECORD);
        return server.takeRequest();
    }

    private String sent(String name, RecordData data) throws InterruptedException {
        server.enqueue(json(201, record("1", "A", "www", "192.0.2.1")));
        client.createRecord(ZONE, new RecordDraft(DomainName.of(name), data, Ttl.of(60)));
        return server.takeRequest().getBody().utf8();
    }
}
