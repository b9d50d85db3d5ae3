// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.control;

import io.github.vpsdns.sandbox.acme.model.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened at the CA. Names of wildcards are written with {@code *.}. */
public sealed interface AcmeEvent {

    /**
     * A request was answered, or its connection cut.
     *
     * @param status HTTP status; 0 if the connection was cut
     */
    record Request(Endpoint endpoint, String method, int status) implements AcmeEvent {}

    /** An account was made. */
    record AccountCreated(String accountId, List<String> contacts) implements AcmeEvent {}

    /**
     * An order was made.
     *
     * @param replaces certID of the predecessor named, else null
     */
    record OrderCreated(
            String orderId,
            List<String> names,
            String profile,
            @Nullable String replaces) implements AcmeEvent {}

    /** A client said that a challenge may be looked at. */
    record ChallengeTriggered(String name, String type) implements AcmeEvent {}

    /** A challenge was found fulfilled. */
    record ChallengeValidated(String name, String type) implements AcmeEvent {}

    /** A challenge was found not fulfilled. */
    record ChallengeFailed(String name, String type, Problem problem) implements AcmeEvent {}

    /**
     * A certificate was signed.
     *
     * @param certId its name in renewal information (RFC 9773 §4.1)
     */
    record CertificateIssued(String certId, List<String> names, String profile, Instant notBefore, Instant notAfter)
            implements AcmeEvent {}

    /** An order could not be fulfilled. */
    record IssuingFailed(String orderId, Problem problem) implements AcmeEvent {}

    /**
     * A certificate was revoked.
     *
     * @param reason code of RFC 5280 §5.3.1
     */
    record CertificateRevoked(String certId, int reason) implements AcmeEvent {}
}
