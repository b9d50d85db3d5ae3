// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.acme.model.ChallengeType;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Challenges met by a record that stays (draft-ietf-acme-dns-persist). */
class PersistentValidationTest {
    private static final String NAME = "_validation-persist.example.com";

    private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(2_000_000_000));
    private AcmeWorld world;
    private RawAcme client;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld(settings ->
                settings.clock(clock).patience(AcmeWorld.DEADLINE).challenges(ChallengeType.DNS_PERSIST_01));
        client = new RawAcme(world.ca).register();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private JsonNode challenge(String name) throws Exception {
        RawAcme.Answer order = client.post(
                client.url("newOrder"), "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"" + name + "\"}]}");
        String authorization = order.json().path("authorizations").path(0).stringValue();
        return client.post(authorization, "").json().path("challenges").path(0);
    }

    private String outcome(String name) throws Exception {
        return client.post(challenge(name).path("url").stringValue(), "{}")
                .json()
                .path("status")
                .stringValue();
    }

    @Test
    void namesIssuerAndAccountAndHasNoToken() throws Exception {
        JsonNode challenge = challenge("example.com");

        assertThat(challenge.path("type").stringValue()).isEqualTo("dns-persist-01");
        assertThat(challenge.path("issuer-domain-names").path(0).stringValue()).isEqualTo("sandbox-ca.test");
        assertThat(challenge.path("accounturi").stringValue()).isEqualTo(client.kid);
        assertThat(challenge.has("token")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox-ca.test; accounturi=ME, example.com, valid",
        "sandbox-ca.test;accounturi=ME;policy=wildcard, *.example.com, valid",
        "sandbox-ca.test; accounturi=ME; policy=WildCard, example.com, valid",
        "sandbox-ca.test; accounturi=ME; persistUntil=2000000000, example.com, valid",
        "sandbox-ca.test; accounturi=ME; other=1, example.com, valid",
        "sandbox-ca.test; accounturi=ME, *.example.com, invalid",
        "sandbox-ca.test; accounturi=ME; policy=other, *.example.com, invalid",
        "sandbox-ca.test; accounturi=ME; persistUntil=1999999999, example.com, invalid",
        "sandbox-ca.test; accounturi=ME; persistUntil=soon, example.com, invalid",
        "sandbox-ca.test; accounturi=ME; accounturi=ME, example.com, invalid",
        "sandbox-ca.test; accounturi=https://ca.example/1, example.com, invalid",
        "sandbox-ca.test, example.com, invalid",
        "other-ca.test; accounturi=ME, example.com, invalid"
    })
    void judgesTheRecord(String record, String name, String outcome) throws Exception {
        world.dns.add(NAME, record.replace("ME", client.kid));

        assertThat(outcome(name)).isEqualTo(outcome);
    }

    @Test
    void findsTheRecordAmongOthers() throws Exception {
        world.dns.add(NAME, "other-ca.test; accounturi=https://ca.example/1");
        world.dns.add(NAME, "sandbox-ca.test; accounturi=" + client.kid);

        assertThat(outcome("example.com")).isEqualTo("valid");
    }

    @Test
    void servesAgainWithoutAnotherChange() throws Exception {
        world.dns.add(NAME, "sandbox-ca.test; accounturi=" + client.kid);
        outcome("example.com");

        assertThat(outcome("example.com")).isEqualTo("valid");
    }
}
