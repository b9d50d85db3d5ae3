// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.model.IssuedCertificate;
import io.github.vpsdns.sandbox.acme.model.Order;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.CertId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Checks what an order says it replaces (RFC 9773 §5); refusals are worded as Let's Encrypt words them. */
final class Replacement {
    private final Store store;

    Replacement(Store store) {
        this.store = store;
    }

    IssuedCertificate check(String certId, String accountId, List<String> names) {
        String wanted = CertId.requireForm(certId);
        IssuedCertificate predecessor = store.certificate(each -> each.certId().equals(wanted))
                .orElseThrow(() -> ProblemException.notFound(
                        "request included \"replaces\" field, but no current certificate with certID " + wanted
                                + " exists"));
        if (!predecessor.accountId().equals(accountId)) {
            throw ProblemException.of(
                    ProblemType.UNAUTHORIZED,
                    "requester account did not request the certificate being replaced by this order");
        }
        if (Collections.disjoint(predecessor.names(), names)) {
            throw ProblemException.malformed(
                    "identifiers in this order do not match any identifiers in the certificate being replaced");
        }
        if (hasSuccessor(predecessor)) {
            throw ProblemException.of(
                    ProblemType.ALREADY_REPLACED,
                    "cannot indicate an order replaces certificate with certID " + wanted
                            + ", which already has a replacement order");
        }
        return predecessor;
    }

    private boolean hasSuccessor(IssuedCertificate predecessor) {
        return Optional.ofNullable(predecessor.replacedBy())
                .flatMap(store::order)
                .map(Order::status)
                .filter(status -> status != Status.INVALID)
                .isPresent();
    }
}
