// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8555 §6 demands of each request, tried with requests that break one rule each. */
class RequestRulesTest {
    private static final String ORDER = "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"example.com\"}]}";

    private AcmeCa ca;
    private RawAcme client;
    private String newOrder;

    @BeforeEach
    void start() throws Exception {
        ca = AcmeCa.builder().start();
        client = new RawAcme(ca).register();
        newOrder = client.url("newOrder");
    }

    @AfterEach
    void stop() {
        ca.close();
    }

    @Test
    void takesAWellSignedRequest() throws Exception {
        assertThat(client.post(newOrder, ORDER).status()).isEqualTo(201);
    }

    @Test
    void takesAnEdwardsKey() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        RawAcme edwards = new RawAcme(ca, key);
        edwards.algorithm = "EdDSA";

        assertThat(edwards.register().post(newOrder, ORDER).status()).isEqualTo(201);
    }

    @Test
    void refusesANonceTheSecondTime() throws Exception {
        Map<String, String> envelope = client.sign(newOrder, ORDER, headers -> {});
        client.send(newOrder, envelope);

        RawAcme.Answer second = client.send(newOrder, envelope);

        assertThat(second.problem()).isEqualTo("400 badNonce");
        assertThat(second.header("Replay-Nonce"))
                .as("a fresh nonce to go on with")
                .isNotNull();
    }

    @Test
    void refusesANonceOfItsOwnMaking() throws Exception {
        assertThat(client.post(newOrder, ORDER, headers -> headers.put("nonce", "AAAA"))
                        .problem())
                .isEqualTo("400 badNonce");
    }

    @Test
    void refusesARequestWithoutNonce() throws Exception {
        assertThat(client.post(newOrder, ORDER, headers -> headers.remove("nonce"))
                        .problem())
                .isEqualTo("400 badNonce");
    }

    @Test
    void refusesARequestForAnotherUrl() throws Exception {
        RawAcme.Answer answer = client.post(newOrder, ORDER, headers -> headers.put("url", client.url("revokeCert")));

        assertThat(answer.problem()).isEqualTo("403 unauthorized");
    }

    @Test
    void refusesAMacInPlaceOfASignature() throws Exception {
        Map<String, Object> headers = new HashMap<>();
        headers.put("alg", "HS256");
        headers.put("nonce", client.nonce());
        headers.put("url", newOrder);
        headers.put("kid", client.kid);
        RawAcme.Answer answer =
                client.send(newOrder, RawAcme.flat(headers, ORDER, new SecretKeySpec(new byte[32], "HMAC")));

        assertThat(answer.problem()).isEqualTo("400 badSignatureAlgorithm");
        assertThat(answer.json().path("algorithms").toString()).contains("ES256", "RS256", "EdDSA");
    }

    @Test
    void refusesAnUnsignedRequest() throws Exception {
        String header = base64("{\"alg\":\"none\",\"nonce\":\"" + client.nonce() + "\",\"url\":\"" + newOrder
                + "\",\"kid\":\"" + client.kid + "\"}");
        RawAcme.Answer answer =
                client.send(newOrder, Map.of("protected", header, "payload", base64(ORDER), "signature", ""));

        assertThat(answer.problem()).isEqualTo("400 badSignatureAlgorithm");
    }

    @Test
    void refusesASignatureOfAnotherKey() throws Exception {
        RawAcme stranger = new RawAcme(ca);
        stranger.kid = client.kid;

        assertThat(stranger.post(newOrder, ORDER).problem()).isEqualTo("400 malformed");
    }

    @Test
    void refusesAChangedPayload() throws Exception {
        Map<String, String> envelope = client.sign(newOrder, ORDER, headers -> {});
        envelope.put("payload", base64(ORDER.replace("example.com", "example.net")));

        assertThat(client.send(newOrder, envelope).detail()).contains("signature does not verify");
    }

    @Test
    void refusesAnUnknownAccount() throws Exception {
        assertThat(client.post(newOrder, ORDER, headers -> headers.put("kid", client.kid + "x"))
                        .problem())
                .isEqualTo("400 accountDoesNotExist");
    }

    @Test
    void refusesAKeyWhereAnAccountIsDemanded() throws Exception {
        client.kid = null;

        assertThat(client.post(newOrder, ORDER).problem()).isEqualTo("400 malformed");
    }

    @Test
    void refusesAnAccountWhereAKeyIsDemanded() throws Exception {
        assertThat(client.post(client.url("newAccount"), "{}").problem()).isEqualTo("400 malformed");
    }

    @Test
    void refusesKeyAndAccountAtOnce() throws Exception {
        Map<String, Object> jwk = RawAcme.jwk(client.key);

        assertThat(client.post(newOrder, ORDER, headers -> headers.put("jwk", jwk))
                        .problem())
                .isEqualTo("400 malformed");
    }

    @Test
    void refusesAnotherMediaType() throws Exception {
        client.contentType = "application/json";

        assertThat(client.post(newOrder, ORDER).problem()).isEqualTo("415 malformed");
    }

    @Test
    void refusesAPayloadThatIsNotJson() throws Exception {
        assertThat(client.post(newOrder, "{\"identifiers\":").problem()).isEqualTo("400 malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"protected\":1}", "{\"a\":1,\"a\":2}", "\u0000\u0001"})
    void refusesABodyThatIsNoEnvelope(String body) throws Exception {
        assertThat(client.sendText(newOrder, body).problem()).isEqualTo("400 malformed");
    }

    @Test
    void refusesBase64Padding() throws Exception {
        Map<String, String> envelope = client.sign(newOrder, ORDER, headers -> {});
        envelope.put("payload", Base64.getUrlEncoder().encodeToString((ORDER + " ").getBytes(StandardCharsets.UTF_8)));

        assertThat(client.send(newOrder, envelope).detail()).contains("padding");
    }

    @Test
    void refusesAnUnprotectedHeader() throws Exception {
        Map<String, String> envelope = client.sign(newOrder, ORDER, headers -> {});
        envelope.put("header", "{}");

        assertThat(client.send(newOrder, envelope).detail()).contains("unprotected header");
    }

    @Test
    void refusesAWeakAccountKey() throws Exception {
        RawAcme weak = new RawAcme(ca, AcmeWorld.rsa(1024));
        weak.algorithm = "RS256";

        assertThat(weak.post(weak.url("newAccount"), "{\"termsOfServiceAgreed\":true}")
                        .problem())
                .isEqualTo("400 badPublicKey");
    }

    @Test
    void refusesAPrivateKeyInTheHeader() throws Exception {
        RawAcme careless = new RawAcme(ca);
        Map<String, Object> jwk = RawAcme.jwk(careless.key);
        jwk.put("d", "AAAA");

        assertThat(careless.post(careless.url("newAccount"), "{}", headers -> headers.put("jwk", jwk))
                        .problem())
                .isEqualTo("400 badPublicKey");
    }

    @Test
    void answersGetOfASignedResourceWithTheAllowedMethod() throws Exception {
        RawAcme.Answer answer = client.get(newOrder);

        assertThat(answer.problem()).isEqualTo("405 malformed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void answersAnUnknownPathWithNotFound() throws Exception {
        assertThat(client.get(ca.directory().resolve("/nowhere").toString()).problem())
                .isEqualTo("404 malformed");
    }

    @Test
    void givesNoncesByHeadAndByGet() throws Exception {
        RawAcme.Answer head = client.call("HEAD", client.url("newNonce"));
        RawAcme.Answer get = client.get(client.url("newNonce"));

        assertThat(head.status()).isEqualTo(200);
        assertThat(get.status()).isEqualTo(204);
        assertThat(head.header("Replay-Nonce")).isNotEqualTo(get.header("Replay-Nonce"));
    }

    @Test
    void forbidsCachingOfNonces() throws Exception {
        assertThat(client.call("HEAD", client.url("newNonce")).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void servesTheDirectoryToPostAsGetToo() throws Exception {
        RawAcme.Answer answer = client.post(ca.directory().toString(), "");

        assertThat(answer.json()).isEqualTo(client.directory);
    }

    @Test
    void linksEachAnswerToTheDirectory() throws Exception {
        assertThat(client.post(newOrder, ORDER).headers().allValues("Link"))
                .contains("<" + ca.directory() + ">;rel=\"index\"");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
