// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** Reads the inner envelope of a key change (RFC 8555 §7.3.5). */
public final class KeyChange {
    private KeyChange() {}

    /**
     * Checks the request that was found good outside, and returns the new key.
     *
     * @param accountUrl whose key is to be changed
     * @throws ProblemException {@code malformed} if the inner envelope does not fit the outer one
     */
    public static AccountKey newKey(SignedRequest outer, String accountUrl) {
        FlatJws inner = FlatJws.read(outer.payload(), "the inner JWS");
        if (!inner.hasJwk() || inner.kid().isPresent()) {
            throw ProblemException.malformed("the inner JWS must carry the new key as \"jwk\"");
        }
        if (inner.header().has("nonce")) {
            throw ProblemException.malformed("the inner JWS must not have a nonce");
        }
        AccountKey fresh = AccountKey.read(inner.header().path("jwk"));
        Signatures.verify(inner, fresh.key(), Signatures.ASYMMETRIC);
        if (!outer.url().equals(Json.requiredText(inner.header(), "url"))) {
            throw ProblemException.malformed("inner and outer JWS have different URLs");
        }
        ObjectNode payload = Json.readObject(inner.payload(), "the inner payload");
        if (!accountUrl.equals(Json.requiredText(payload, "account"))) {
            throw ProblemException.malformed("\"account\" of the inner payload is not the account that signed");
        }
        AccountKey old = AccountKey.read(payload.path("oldKey"));
        if (!old.thumbprint().equals(outer.key().thumbprint())) {
            throw ProblemException.malformed("\"oldKey\" of the inner payload is not the account's key");
        }
        return fresh;
    }
}
