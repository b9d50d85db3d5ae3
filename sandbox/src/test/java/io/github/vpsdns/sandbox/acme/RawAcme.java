// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Key;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that can be told to send what no decent client sends. */
final class RawAcme {
    private static final JsonMapper JSON = JsonMapper.shared();

    final KeyPair key;
    final JsonNode directory;
    String contentType = "application/jose+json";
    String algorithm = "ES256";
    String kid;

    private final HttpClient http = HttpClient.newHttpClient();

    RawAcme(AcmeCa ca, KeyPair key) throws Exception {
        this.key = key;
        this.directory = get(ca.directory().toString()).json();
    }

    RawAcme(AcmeCa ca) throws Exception {
        this(ca, AcmeWorld.p256());
    }

    /** Makes an account and signs by its URL from now on. */
    RawAcme register() throws Exception {
        Answer answer = post(url("newAccount"), "{\"termsOfServiceAgreed\":true}");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        kid = answer.header("Location");
        return this;
    }

    String url(String resource) {
        return directory.path(resource).stringValue();
    }

    String nonce() throws Exception {
        return get(url("newNonce")).header("Replay-Nonce");
    }

    /** Posts a well signed request; an empty payload is POST-as-GET. */
    Answer post(String url, String payload) throws Exception {
        return send(url, sign(url, payload, headers -> {}));
    }

    /** Posts a signed request whose protected header was tampered with before signing. */
    Answer post(String url, String payload, Consumer<Map<String, Object>> change) throws Exception {
        return send(url, sign(url, payload, change));
    }

    Map<String, String> sign(String url, String payload, Consumer<Map<String, Object>> change) throws Exception {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("alg", algorithm);
        headers.put("nonce", nonce());
        headers.put("url", url);
        if (kid == null) {
            headers.put("jwk", jwk(key));
        } else {
            headers.put("kid", kid);
        }
        change.accept(headers);
        return flat(headers, payload, key.getPrivate());
    }

    static Map<String, Object> jwk(KeyPair pair) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic())
                .toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    static Map<String, String> flat(Map<String, Object> headers, String payload, Key signingKey) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        headers.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
        jws.setPayload(payload);
        jws.setKey(signingKey);
        jws.sign();
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put("protected", jws.getHeaders().getEncodedHeader());
        flat.put("payload", jws.getEncodedPayload());
        flat.put("signature", jws.getEncodedSignature());
        return flat;
    }

    Answer send(String url, Map<String, String> envelope) throws Exception {
        return sendText(url, JSON.writeValueAsString(envelope));
    }

    Answer sendText(String url, String body) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer get(String url) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(url)).build());
    }

    Answer call(String method, String url) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    record Answer(int status, HttpHeaders headers, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** The last part of the problem's type, with the HTTP status: {@code 400 badNonce}. */
        String problem() {
            String type = json().path("type").asString("no type");
            return status + " " + type.substring(type.lastIndexOf(':') + 1);
        }

        String detail() {
            return json().path("detail").asString("");
        }
    }
}
