// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * Tells whether a TXT record lets an account have certificates for good (draft-ietf-acme-dns-persist).
 *
 * <p>Immutable.
 */
public final class PersistentRecord implements Predicate<String> {
    private final String issuer;
    private final Question question;
    private final Instant now;

    /** For an issuer's record that answers the question at the given time. */
    public PersistentRecord(String issuer, Question question, Instant now) {
        this.issuer = issuer;
        this.question = question;
        this.now = now;
    }

    @Override
    public boolean test(String text) {
        return IssueValue.parse(text)
                .filter(value -> value.issuer().equals(issuer))
                .filter(value -> value.parameter("accounturi")
                        .filter(question.accountUrl()::equals)
                        .isPresent())
                .filter(value -> !question.wildcard()
                        || value.parameter("policy")
                                .filter("wildcard"::equalsIgnoreCase)
                                .isPresent())
                .filter(value ->
                        value.parameter("persistuntil").map(this::isAhead).orElse(true))
                .isPresent();
    }

    private boolean isAhead(String unixTime) {
        try {
            return now.getEpochSecond() <= Long.parseLong(unixTime);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
