// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import tools.jackson.databind.json.JsonMapper;

/** All three parts together: a TXT record made through the API proves a name to the certificate authority. */
class CertificateJourneyTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static Order order(Sandbox sandbox, String... names) throws Exception {
        Session session = new Session(sandbox.acmeDirectory());
        return new AccountBuilder()
                .agreeToTermsOfService()
                .useKeyPair(key())
                .createLogin(session)
                .newOrder()
                .domains(names)
                .create();
    }

    private static void present(Sandbox sandbox, String value) {
        Http http = new Http(sandbox);
        String zone = Http.json(http.get("/dns-zones/?domain=example.com"))
                .get(0)
                .get("uuid")
                .asString();
        HttpResponse<String> created = http.post(
                "/dns-zones/" + zone + "/records/",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("record_type", "TXT")
                        .put("name", "_acme-challenge")
                        .put("value", value)
                        .toString());
        assertThat(created.statusCode()).isEqualTo(201);
    }

    @Test
    void wildcardAndApexAreCertifiedThroughTheApi() throws Exception {
        try (Sandbox sandbox = Sandbox.start("example.com")) {
            Order order = order(sandbox, "example.com", "*.example.com");
            for (Authorization authorization : order.getAuthorizations()) {
                Dns01Challenge challenge =
                        authorization.findChallenge(Dns01Challenge.class).orElseThrow();
                present(sandbox, challenge.getDigest());
                challenge.trigger();
                assertThat(challenge.waitForCompletion(DEADLINE)).isEqualTo(Status.VALID);
            }
            order.waitUntilReady(DEADLINE);
            order.execute(key());
            order.waitForCompletion(DEADLINE);

            assertThat(order.getCertificate().getCertificate().getSubjectAlternativeNames())
                    .extracting(name -> String.valueOf(name.get(1)))
                    .containsExactlyInAnyOrder("example.com", "*.example.com");
        }
    }

    @Test
    void nameServerThatLagsBehindFailsTheChallenge() throws Exception {
        try (Sandbox sandbox =
                Sandbox.builder().zone("example.com").nameServers(2).start()) {
            sandbox.dns().server(2).lag(Duration.ofHours(1));
            Dns01Challenge challenge = order(sandbox, "example.com")
                    .getAuthorizations()
                    .get(0)
                    .findChallenge(Dns01Challenge.class)
                    .orElseThrow();
            present(sandbox, challenge.getDigest());

            challenge.trigger();

            assertThat(challenge.waitForCompletion(DEADLINE)).isEqualTo(Status.INVALID);
        }
    }
}
