// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@VpsDnsSandbox(zones = "example.com", acme = false)
class RecordRulesTest {
    private static HttpResponse<String> post(Sandbox sandbox, ObjectNode body) {
        String zone = sandbox.zones().find("example.com").orElseThrow().uuid();
        return new Http(sandbox).post("/dns-zones/" + zone + "/records/", body.toString());
    }

    private static ObjectNode body(String type, String name, String value) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("record_type", type)
                .put("name", name)
                .put("value", value);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            A     | 192.0.2.1
            A     | 0.0.0.0
            AAAA  | 2001:0db8::1
            AAAA  | ::ffff:192.0.2.1
            CNAME | example.org
            CNAME | _validation.example.org.
            NS    | ns1.example.org
            TXT   | v=spf1 include:_spf.google.com ~all
            TXT   | "quoted" back\\slash ünïcode
            CAA   | 0 issue "letsencrypt.org"
            CAA   | 128 issuewild ";"
            """)
    void goodValuesAreTaken(String type, String value, Sandbox sandbox) {
        HttpResponse<String> created = post(sandbox, body(type, "x", value));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Http.json(created).get("value").asString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            MX  | mail.example.com
            MX  | .
            SRV | 10 5060 sip.example.com
            SRV | 0 0 .
            """)
    void goodValuesOfTypesWithPriorityAreTaken(String type, String value, Sandbox sandbox) {
        assertThat(post(sandbox, body(type, "x", value).put("priority", 65535)).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            A     | 192.0.2.256
            A     | 192.0.2
            A     | 192.0.2.01
            A     | 2001:db8::1
            AAAA  | 192.0.2.1
            AAAA  | 2001:db8::1::2
            AAAA  | fe80::1%eth0
            CNAME | two words
            CNAME | 192.0.2.1
            NS    | -ns.example.org
            CAA   | 0 issue letsencrypt.org
            CAA   | 256 issue "letsencrypt.org"
            CAA   | issue "letsencrypt.org"
            """)
    void badValuesAreRefused(String type, String value, Sandbox sandbox) {
        HttpResponse<String> refused = post(sandbox, body(type, "x", value));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("field").asString()).isEqualTo("value");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            MX  | 10 mail.example.com
            SRV | 0 10 5060 sip.example.com
            SRV | 10 65536 sip.example.com
            SRV | sip.example.com
            """)
    void badValuesOfTypesWithPriorityAreRefused(String type, String value, Sandbox sandbox) {
        HttpResponse<String> refused = post(sandbox, body(type, "x", value).put("priority", 10));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("field").asString()).isEqualTo("value");
    }

    @ParameterizedTest
    @CsvSource({
        "@",
        "www",
        "a.b.c",
        "*",
        "*.dyn",
        "_acme-challenge",
        "www.example.com",
        "www.example.com.",
        "EXAMPLE.com"
    })
    void namesMayBeRootRelativeOrFull(String name, Sandbox sandbox) {
        HttpResponse<String> created = post(sandbox, body("A", name, "192.0.2.1"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Http.json(created).get("name").asString()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"two words", "a..b", "w*w", "www.example.org.", "-a", "a/b"})
    void otherNamesAreRefused(String name, Sandbox sandbox) {
        HttpResponse<String> refused = post(sandbox, body("A", name, "192.0.2.1"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("field").asString()).isEqualTo("name");
    }

    @ParameterizedTest
    @CsvSource({"-1", "2147483648", "3.5", "\"x\"", "true", "null"})
    void timeToLiveMustBeAPlainNumberOfSeconds(String ttl, Sandbox sandbox) {
        String zone = sandbox.zones().find("example.com").orElseThrow().uuid();
        HttpResponse<String> refused = new Http(sandbox)
                .post(
                        "/dns-zones/" + zone + "/records/",
                        "{\"record_type\":\"A\",\"name\":\"x\",\"value\":\"192.0.2.1\",\"ttl\":" + ttl + "}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("field").asString()).isEqualTo("ttl");
    }

    @ParameterizedTest
    @CsvSource({"SOA", "a", "PTR", "''"})
    void onlyTheEightTypesAreTaken(String type, Sandbox sandbox) {
        HttpResponse<String> refused = post(sandbox, body(type, "x", "y"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("field").asString()).isEqualTo("record_type");
    }

    @Test
    void aliasMayNotStandAtTheRoot(Sandbox sandbox) {
        assertThat(post(sandbox, body("CNAME", "example.com", "example.org")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void wildcardCannotBeDelegated(Sandbox sandbox) {
        assertThat(post(sandbox, body("NS", "*.x", "ns.example.org")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aliasMayNotJoinOtherRecords(Sandbox sandbox) {
        post(sandbox, body("A", "x", "192.0.2.1"));

        assertThat(post(sandbox, body("CNAME", "x.example.com", "example.org")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void otherRecordsMayNotJoinAnAlias(Sandbox sandbox) {
        post(sandbox, body("CNAME", "x", "example.org"));

        assertThat(post(sandbox, body("TXT", "x", "a")).statusCode()).isEqualTo(400);
    }

    @Test
    void aliasCanBePointedElsewhere(Sandbox sandbox) {
        String uuid = Http.json(post(sandbox, body("CNAME", "x", "example.org")))
                .get("uuid")
                .asString();

        assertThat(new Http(sandbox)
                        .send("PATCH", "/dns-records/" + uuid + "/", "{\"value\":\"example.net\"}")
                        .statusCode())
                .isEqualTo(200);
    }
}
