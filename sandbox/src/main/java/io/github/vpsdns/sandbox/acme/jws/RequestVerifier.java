// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.model.Account;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a body into a {@link SignedRequest} or a problem, by the rules of RFC 8555 §6.2 to §6.5.
 *
 * <p>Thread-safe.
 */
public final class RequestVerifier {
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Store store;
    private final Nonces nonces;
    private final String accountPrefix;

    /**
     * A verifier.
     *
     * @param accountPrefix account URLs are this plus the account's id
     */
    public RequestVerifier(Store store, Nonces nonces, String accountPrefix) {
        this.store = store;
        this.nonces = nonces;
        this.accountPrefix = accountPrefix;
    }

    /**
     * Verifies a request.
     *
     * @param contentType as sent; null if none was
     * @param url where it was sent to
     * @param rule how it must name its key
     * @throws ProblemException if anything is wrong with it; the nonce is used up once the signature is good
     */
    public SignedRequest verify(String body, @Nullable String contentType, String url, KeyRule rule) {
        requireJose(contentType);
        FlatJws envelope = FlatJws.read(body, "the request body");
        Signatures.requireAlgorithm(envelope, Signatures.ASYMMETRIC);
        SignedRequest request = rule == KeyRule.KEY || (rule == KeyRule.ACCOUNT_OR_KEY && envelope.hasJwk())
                ? byKey(envelope, url)
                : byAccount(envelope, url);
        Signatures.verify(envelope, request.key().key(), Signatures.ASYMMETRIC);
        requireNonce(envelope);
        requireUrl(envelope, url);
        return request;
    }

    private SignedRequest byKey(FlatJws envelope, String url) {
        if (envelope.kid().isPresent() || !envelope.hasJwk()) {
            throw ProblemException.malformed(
                    "this resource takes requests that carry their key as \"jwk\" and no \"kid\"");
        }
        return new SignedRequest(
                AccountKey.read(envelope.header().path("jwk")),
                null,
                envelope.header().path("jwk"),
                url,
                envelope.payload());
    }

    private SignedRequest byAccount(FlatJws envelope, String url) {
        if (envelope.hasJwk()) {
            throw ProblemException.malformed(
                    "this resource takes requests signed by an account (\"kid\"), not by a \"jwk\"");
        }
        String kid = envelope.kid().orElseThrow(() -> ProblemException.malformed("\"kid\" is missing"));
        Account account = account(kid)
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.ACCOUNT_DOES_NOT_EXIST, "there is no account " + kid));
        if (account.status() != Status.VALID) {
            throw ProblemException.of(
                    ProblemType.UNAUTHORIZED,
                    "account is not valid, has status \"" + account.status().wireName() + "\"");
        }
        AccountKey key = new AccountKey(account.key(), account.thumbprint());
        return new SignedRequest(key, account, null, url, envelope.payload());
    }

    private Optional<Account> account(String kid) {
        return kid.startsWith(accountPrefix)
                ? store.locked(() -> store.account(kid.substring(accountPrefix.length())))
                : Optional.empty();
    }

    private void requireNonce(FlatJws envelope) {
        String nonce = Json.text(envelope.header(), "nonce")
                .orElseThrow(() -> ProblemException.of(ProblemType.BAD_NONCE, "\"nonce\" is missing"));
        if (!nonces.redeem(nonce)) {
            throw ProblemException.of(ProblemType.BAD_NONCE, "the nonce is not one that is good now");
        }
    }

    private static void requireUrl(FlatJws envelope, String url) {
        String said = Json.requiredText(envelope.header(), "url");
        if (!said.equals(url)) {
            throw ProblemException.of(
                    ProblemType.UNAUTHORIZED, "\"url\" says " + said + " but the request was sent to " + url);
        }
    }

    private static void requireJose(@Nullable String contentType) {
        if (!"application/jose+json".equals(contentType)) {
            throw new ProblemException(Problem.of(
                            ProblemType.MALFORMED, "Content-Type is " + contentType + ", must be application/jose+json")
                    .withStatus(UNSUPPORTED_MEDIA_TYPE));
        }
    }
}
