// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, the fault is the client's: never 500. */
class GarbageTest {
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "\"\"",
            "\"\\u0000\"",
            "\"\uD83D\uDE00\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "[{\"type\":\"dns\"}]",
            "[{\"type\":1,\"value\":2}]",
            "\"AAAA\"",
            "\"MAA\"",
            "\"MIIB\"",
            "{\"protected\":\"\"}");

    private static final Map<String, String> OTHERS = Map.of(
            "newOrder", "\"identifiers\":[{\"type\":\"dns\",\"value\":\"example.com\"}],",
            "newAccount", "\"termsOfServiceAgreed\":true,");

    private AcmeCa ca;
    private RawAcme client;

    @BeforeEach
    void start() throws Exception {
        ca = AcmeCa.builder().start();
        client = new RawAcme(ca).register();
    }

    @AfterEach
    void stop() {
        ca.close();
    }

    @ParameterizedTest
    @CsvSource({
        "newOrder, identifiers", "newOrder, profile", "newOrder, replaces", "newOrder, notAfter",
        "revokeCert, certificate", "revokeCert, reason", "keyChange, protected", "keyChange, payload",
        "newAccount, contact", "newAccount, onlyReturnExisting", "newAccount, externalAccountBinding"
    })
    void oddMembersNeverBreakTheServer(String resource, String member) throws Exception {
        for (String value : ODD) {
            RawAcme sender = resource.equals("newAccount") ? new RawAcme(ca) : client;
            String others = member.equals("identifiers") ? "" : OTHERS.getOrDefault(resource, "");
            RawAcme.Answer answer =
                    sender.post(sender.url(resource), "{" + others + "\"" + member + "\":" + value + "}");

            assertThat(answer.status())
                    .as("%s %s: %s", member, value, answer.body())
                    .isBetween(200, 499);
        }
    }

    @Test
    void brokenEnvelopesAreTheClientsFault() throws Exception {
        Random random = new Random(20_260_101);
        Map<String, String> envelope = client.sign(client.url("newOrder"), "{\"identifiers\":[]}", headers -> {});
        String text = JsonMapper.shared().writeValueAsString(envelope);
        for (int round = 0; round < 300; round++) {
            StringBuilder broken = new StringBuilder(text);
            for (int change = 0; change <= random.nextInt(3); change++) {
                broken.setCharAt(random.nextInt(broken.length()), (char) (32 + random.nextInt(95)));
            }

            assertThat(client.sendText(client.url("newOrder"), broken.toString())
                            .status())
                    .as("%s", broken)
                    .isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        assertThat(client.call(method, client.url("newOrder")).problem()).isEqualTo("405 malformed");
        assertThat(client.call(method, client.url("newNonce")).problem()).isEqualTo("405 malformed");
    }

    @Test
    void hugeBodiesAreRefused() throws Exception {
        assertThat(client.sendText(client.url("newOrder"), " ".repeat((1 << 20) + 1))
                        .problem())
                .isEqualTo("413 malformed");
    }
}
