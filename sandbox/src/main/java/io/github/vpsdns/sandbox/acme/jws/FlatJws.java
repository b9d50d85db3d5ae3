// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An envelope in the flattened JSON serialization (RFC 7515 §7.2.2), the only one ACME takes.
 *
 * @param header the protected header
 * @param compact the same envelope in the compact serialization
 * @param payload what was signed; empty for POST-as-GET
 */
record FlatJws(ObjectNode header, String compact, String payload) {

    static FlatJws read(String body, String what) {
        return read(Json.readObject(body, what));
    }

    static FlatJws read(ObjectNode json) {
        if (json.has("signatures")) {
            throw ProblemException.malformed("the JWS has more than one signature; only one is taken");
        }
        if (json.has("header")) {
            throw ProblemException.malformed("the JWS has an unprotected header, which ACME does not allow");
        }
        String header = Json.requiredText(json, "protected");
        String payload = Json.requiredText(json, "payload");
        String signature = Json.requiredText(json, "signature");
        return new FlatJws(
                Json.readObject(Base64Url.decodeText(header, "the protected header"), "the protected header"),
                header + "." + payload + "." + signature,
                Base64Url.decodeText(payload, "the payload"));
    }

    String algorithm() {
        return Json.requiredText(header, "alg");
    }

    Optional<String> kid() {
        return Json.text(header, "kid");
    }

    boolean hasJwk() {
        return header.has("jwk");
    }
}
