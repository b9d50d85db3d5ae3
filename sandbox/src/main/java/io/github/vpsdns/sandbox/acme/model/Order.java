// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a certificate (RFC 8555 §7.1.3).
 *
 * @param id last part of its URL
 * @param accountId whose it is
 * @param request what was asked for
 * @param authorizationIds one per name
 * @param expires when it stops counting, unless a certificate was issued
 * @param status pending, ready, processing, valid or invalid
 * @param certificateId what was issued, else null
 * @param error why issuing failed, else null
 */
public record Order(
        String id,
        String accountId,
        OrderRequest request,
        List<String> authorizationIds,
        Instant expires,
        Status status,
        @Nullable String certificateId,
        @Nullable Problem error) {

    /** Copies the list. */
    public Order {
        authorizationIds = List.copyOf(authorizationIds);
    }

    /** The same in another state. */
    public Order withStatus(Status newStatus) {
        return new Order(id, accountId, request, authorizationIds, expires, newStatus, certificateId, error);
    }

    /** The same, fulfilled. */
    public Order fulfilled(String newCertificateId) {
        return new Order(id, accountId, request, authorizationIds, expires, Status.VALID, newCertificateId, null);
    }

    /** The same, given up for the reason given. */
    public Order failed(Problem why) {
        return new Order(id, accountId, request, authorizationIds, expires, Status.INVALID, null, why);
    }
}
