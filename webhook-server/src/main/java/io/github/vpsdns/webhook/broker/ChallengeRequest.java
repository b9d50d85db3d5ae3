// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.core.name.DomainName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body of the httpreq protocol: {@code {"fqdn":"_acme-challenge.example.com.","value":"…"}}, or in its RAW mode {@code
 * {"domain":"example.com","token":"…","keyAuth":"…"}}, of which name and value are made as RFC 8555 section 8.4 says.
 *
 * @param proof the name that a certificate is for, without {@code *.}
 * @param key the record
 * @param echo what was understood, for the reply
 */
record ChallengeRequest(DomainName proof, TxtValue key, String echo) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern ACCOUNT_LABEL = Pattern.compile("_[a-z0-9-]+");
    private static final String CHALLENGE = "_acme-challenge";
    private static final int LONGEST_KEY_AUTHORIZATION = 1000;

    /**
     * Reads a body.
     *
     * @throws InvalidValueException if it asks for anything but a challenge
     */
    static ChallengeRequest read(byte[] body) {
        JsonNode json = Json.read(body);
        if (Json.has(json, "fqdn") || Json.has(json, "value")) {
            return plain(Json.text(json, "fqdn"), Json.text(json, "value"));
        }
        if (Json.has(json, "domain") || Json.has(json, "keyAuth")) {
            return raw(Json.text(json, "domain"), Json.text(json, "token"), Json.text(json, "keyAuth"));
        }
        throw new InvalidValueException(
                "the body asks for nothing; expected \"fqdn\" and \"value\", or \"domain\", \"token\" and \"keyAuth\"");
    }

    static boolean isValue(String value) {
        return VALUE.matcher(value).matches();
    }

    private static ChallengeRequest plain(String fqdn, String value) {
        DomainName name = name("fqdn", fqdn);
        if (!isValue(value)) {
            throw new InvalidValueException(
                    "\"value\" is no answer to a DNS challenge; expected 43 characters of base64url");
        }
        ObjectNode echo = JsonTree.object().put("fqdn", fqdn).put("value", value);
        return new ChallengeRequest(proof(name), new TxtValue(name, value), JsonTree.text(echo));
    }

    private static ChallengeRequest raw(String domain, String token, String keyAuth) {
        DomainName proof = name("domain", domain).withoutWildcard();
        if (keyAuth.isEmpty() || keyAuth.length() > LONGEST_KEY_AUTHORIZATION) {
            throw new InvalidValueException(
                    "\"keyAuth\" is no key authorization; expected a token, a '.' and a thumbprint");
        }
        ObjectNode echo =
                JsonTree.object().put("domain", domain).put("token", token).put("keyAuth", keyAuth);
        return new ChallengeRequest(
                proof, new TxtValue(proof.prepend(CHALLENGE), digest(keyAuth)), JsonTree.text(echo));
    }

    private static DomainName name(String field, String text) {
        if (text.isEmpty()) {
            throw new InvalidValueException("\"" + field + "\" is missing; expected a full name");
        }
        DomainName name = DomainName.of(text);
        if (name.isRoot()) {
            throw new InvalidValueException("\"" + field + "\" is the root; expected a full name");
        }
        return name;
    }

    /** Whatever else a name may be, it must be one that only CAs look at. */
    private static DomainName proof(DomainName name) {
        DomainName rest = ACCOUNT_LABEL.matcher(name.labels().get(0)).matches()
                        && name.parent().labels().stream()
                                .findFirst()
                                .filter(CHALLENGE::equals)
                                .isPresent()
                ? name.parent()
                : name;
        if (!rest.labels().get(0).equals(CHALLENGE) || rest.parent().isRoot()) {
            throw new InvalidValueException("'" + name + "' is no name for challenges; expected " + CHALLENGE
                    + ". and a name, or _<label>." + CHALLENGE + ". and a name");
        }
        return rest.parent();
    }

    private static String digest(String keyAuth) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(keyAuth.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
