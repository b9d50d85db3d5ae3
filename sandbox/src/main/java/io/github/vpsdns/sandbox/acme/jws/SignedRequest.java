// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.model.Account;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request whose signature, URL and nonce were found good.
 *
 * @param key what it is signed with
 * @param account whose key that is; null if the request carries its key in itself
 * @param jwk the key as sent, if the request carries its key in itself; else null
 * @param url where it was sent to
 * @param payload empty for POST-as-GET
 */
public record SignedRequest(
        AccountKey key, @Nullable Account account, @Nullable JsonNode jwk, String url, String payload) {

    /** The account that signed; only to be asked where a {@code kid} was demanded. */
    public Account signer() {
        if (account == null) {
            throw ProblemException.malformed(
                    "this resource takes requests signed by an account (\"kid\"), not by a \"jwk\"");
        }
        return account;
    }

    /** Whether nothing is to be changed. */
    public boolean isPostAsGet() {
        return payload.isEmpty();
    }

    /** The payload as a JSON object. */
    public ObjectNode object() {
        return Json.readObject(payload, "the payload");
    }

    /** Refuses a payload where only POST-as-GET (RFC 8555 §6.3) makes sense. */
    public void requirePostAsGet() {
        if (!isPostAsGet()) {
            throw ProblemException.malformed("this resource is fetched with an empty payload (POST-as-GET)");
        }
    }
}
