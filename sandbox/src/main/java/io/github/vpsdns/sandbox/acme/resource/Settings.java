// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.resource;

import io.github.vpsdns.sandbox.acme.model.ChallengeType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the CA behaves.
 *
 * @param profiles lifetime of certificates by profile; {@code classic} is the default, else the first
 * @param challengeTypes offered, in that order
 * @param refusedDomains for which, and below which, no order is taken
 * @param checkCaa whether CAA records can forbid to issue
 * @param orderLifetime of orders that are not fulfilled
 * @param pendingLifetime of authorizations that are not proven
 * @param authorizationLifetime of authorizations that are proven
 * @param reuseAuthorizations whether a proven authorization serves later orders
 * @param reusePending whether a pending authorization serves later orders too
 * @param validationDelay between a trigger and the look-up
 * @param issuingDelay between finalization and the certificate
 * @param patience how long an answer may wait for quick work to be done, so that its outcome is told at once
 * @param pollInterval told to clients that wait
 * @param pollAsDate whether that is told as an HTTP date
 */
public record Settings(
        Map<String, Duration> profiles,
        List<ChallengeType> challengeTypes,
        Set<String> refusedDomains,
        boolean checkCaa,
        Duration orderLifetime,
        Duration pendingLifetime,
        Duration authorizationLifetime,
        boolean reuseAuthorizations,
        boolean reusePending,
        Duration validationDelay,
        Duration issuingDelay,
        Duration patience,
        Duration pollInterval,
        boolean pollAsDate) {

    /** The name by which CAA records, and records of persistent validation, allow this CA to issue. */
    public static final String ISSUER = "sandbox-ca.test";

    /** The profile of clients that name none, and the only one that still gives a common name. */
    public static final String CLASSIC = "classic";

    /** The profile of orders that name none. */
    public String defaultProfile() {
        return profiles.containsKey(CLASSIC)
                ? CLASSIC
                : profiles.keySet().iterator().next();
    }
}
