// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.jws.AccountKey;
import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.Authorization;
import io.github.vpsdns.sandbox.acme.model.IssuedCertificate;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revokes, for whoever may (RFC 8555 §7.6): the account that got the certificate, one that is authorized for all of its
 * names, or the holder of the certificate's key.
 */
final class Revocations {
    /** RFC 5280 §5.3.1: unspecified, key compromise, affiliation changed, superseded, cessation of operation. */
    private static final Set<Integer> REASONS = Set.of(0, 1, 3, 4, 5);

    private final Store store;
    private final Urls urls;
    private final AcmeLog log;

    Revocations(Store store, Urls urls, AcmeLog log) {
        this.store = store;
        this.urls = urls;
        this.log = log;
    }

    Reply revoke(SignedRequest request) {
        ObjectNode payload = request.object();
        byte[] der = Base64Url.decode(Json.requiredText(payload, "certificate"), "the certificate");
        IssuedCertificate certificate = store.certificate(each -> Arrays.equals(der(each), der))
                .orElseThrow(() -> ProblemException.notFound("this CA did not issue that certificate"));
        requireRight(request, certificate);
        if (certificate.revokedReason() != null) {
            throw ProblemException.of(ProblemType.ALREADY_REVOKED, "the certificate is revoked already");
        }
        int reason = reason(payload);
        store.put(certificate.revoked(reason, store.now(), urls.explanation()));
        log.add(new AcmeEvent.CertificateRevoked(certificate.certId(), reason));
        return Reply.empty(200);
    }

    private static int reason(ObjectNode payload) {
        JsonNode reason = payload.path("reason");
        if (reason.isMissingNode()) {
            return 0;
        }
        if (!reason.isInt() || !REASONS.contains(reason.intValue())) {
            throw ProblemException.of(
                    ProblemType.BAD_REVOCATION_REASON, "reason " + reason + " is not taken, only 0, 1, 3, 4 and 5");
        }
        return reason.intValue();
    }

    private void requireRight(SignedRequest request, IssuedCertificate certificate) {
        boolean right = request.account() == null
                ? request.key()
                        .thumbprint()
                        .equals(AccountKey.thumbprint(certificate.leaf().getPublicKey()))
                : certificate.accountId().equals(request.signer().id())
                        || authorizedNames(request.signer().id()).containsAll(certificate.names());
        if (!right) {
            throw ProblemException.of(
                    ProblemType.UNAUTHORIZED,
                    "neither the certificate's key nor an account with a right to its names signed the request");
        }
    }

    private Set<String> authorizedNames(String accountId) {
        return store.authorizationsOf(accountId)
                .filter(authorization -> authorization.status() == Status.VALID)
                .map(Authorization::orderedName)
                .collect(Collectors.toSet());
    }

    private static byte[] der(IssuedCertificate certificate) {
        try {
            return certificate.leaf().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of our own cannot be encoded", e);
        }
    }
}
