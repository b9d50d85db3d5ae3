// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.time.Instant;
import java.util.List;

/**
 * An account's right to have certificates for a name (RFC 8555 §7.1.4).
 *
 * @param id last part of its URL
 * @param accountId whose it is
 * @param domain the name, without {@code *.}
 * @param wildcard whether it stands for {@code *.domain}
 * @param status pending, valid, invalid, deactivated, expired or revoked
 * @param expires when it stops counting
 * @param challenges the ways offered; only the one that was used once it is valid
 */
public record Authorization(
        String id,
        String accountId,
        String domain,
        boolean wildcard,
        Status status,
        Instant expires,
        List<Challenge> challenges) {

    /** Copies the list. */
    public Authorization {
        challenges = List.copyOf(challenges);
    }

    /** The same in another state. */
    public Authorization withStatus(Status newStatus) {
        return new Authorization(id, accountId, domain, wildcard, newStatus, expires, challenges);
    }

    /** The same with one challenge replaced by a newer state of it. */
    public Authorization withChallenge(Challenge newer) {
        List<Challenge> replaced = challenges.stream()
                .map(challenge -> challenge.id().equals(newer.id()) ? newer : challenge)
                .toList();
        return new Authorization(id, accountId, domain, wildcard, status, expires, replaced);
    }

    /** The same, proven by the given challenge until the given time; the other ways are no longer listed. */
    public Authorization proven(Challenge by, Instant until) {
        return new Authorization(id, accountId, domain, wildcard, Status.VALID, until, List.of(by));
    }

    /** The name as it stands in an order: with {@code *.} if this is for a wildcard. */
    public String orderedName() {
        return wildcard ? "*." + domain : domain;
    }
}
