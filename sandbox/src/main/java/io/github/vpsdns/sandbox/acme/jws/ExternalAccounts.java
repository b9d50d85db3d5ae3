// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * External accounts and the check of a binding to one (RFC 8555 §7.3.4).
 *
 * <p>Immutable.
 */
public final class ExternalAccounts {
    private final Map<String, SecretKeySpec> keys = new HashMap<>();

    /**
     * Takes the accounts.
     *
     * @param macKeys base64url MAC keys by key identifier
     * @throws IllegalArgumentException if a key is not base64url or is empty
     */
    public ExternalAccounts(Map<String, String> macKeys) {
        macKeys.forEach((kid, mac) -> {
            try {
                keys.put(kid, new SecretKeySpec(Base64Url.decode(mac, "MAC key"), "HMAC"));
            } catch (ProblemException | IllegalArgumentException e) {
                throw new IllegalArgumentException("MAC key of external account \"" + kid + "\" is not base64url", e);
            }
        });
    }

    /** Whether new accounts must be bound. */
    public boolean required() {
        return !keys.isEmpty();
    }

    /**
     * Checks the binding in a newAccount request.
     *
     * @param binding the member {@code externalAccountBinding}; missing if there is none
     * @return the external account; null if none was named and none is needed
     */
    public @Nullable String bind(JsonNode binding, SignedRequest request) {
        if (!(binding instanceof ObjectNode object)) {
            if (required()) {
                throw ProblemException.of(
                        ProblemType.EXTERNAL_ACCOUNT_REQUIRED, "a new account must be bound to an external account");
            }
            return null;
        }
        FlatJws envelope = FlatJws.read(object);
        String kid = envelope.kid()
                .orElseThrow(() -> ProblemException.malformed("\"kid\" of the external account binding is missing"));
        SecretKeySpec key = keys.get(kid);
        if (key == null) {
            throw ProblemException.of(ProblemType.UNAUTHORIZED, "there is no external account \"" + kid + "\"");
        }
        verify(envelope, key, request);
        return kid;
    }

    private static void verify(FlatJws envelope, SecretKeySpec key, SignedRequest request) {
        Signatures.verify(envelope, key, Signatures.MACS);
        if (envelope.header().has("nonce")) {
            throw ProblemException.malformed("the external account binding must not have a nonce");
        }
        if (!request.url().equals(Json.requiredText(envelope.header(), "url"))) {
            throw ProblemException.malformed("the external account binding is for another \"url\"");
        }
        ObjectNode bound = Json.readObject(envelope.payload(), "the payload of the external account binding");
        if (!AccountKey.read(bound).thumbprint().equals(request.key().thumbprint())) {
            throw ProblemException.malformed("the external account binding is for another account key");
        }
    }
}
