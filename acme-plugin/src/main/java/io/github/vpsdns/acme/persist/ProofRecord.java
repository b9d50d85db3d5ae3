// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.acme.caa.IssueValue;
import io.github.vpsdns.acme.caa.IssueValue.Parameter;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.Txt;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a persistent proof (draft-ietf-acme-dns-persist section 4.1): {@code issuer; accounturi=URI}, and perhaps {@code
 * policy=wildcard} and {@code persistUntil=SECONDS}. Parameters that nobody here knows are kept.
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the text in its parts
 */
public record ProofRecord(IssueValue value) {
    private static final String ACCOUNT = "accounturi";
    private static final String POLICY = "policy";
    private static final String UNTIL = "persistUntil";
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,40}");

    /**
     * Checks what the draft makes a CA refuse.
     *
     * @throws InvalidValueException if there is no issuer or account, a parameter of the draft's stands there twice, or the time
     *     is not a number of seconds
     */
    public ProofRecord {
        if (value.issuer().isEmpty()) {
            throw new InvalidValueException(
                    "'" + value + "' names no issuer; expected such as ca.example before the first semicolon");
        }
        for (String tag : List.of(ACCOUNT, POLICY, UNTIL)) {
            if (value.parameter(tag).size() > 1) {
                throw new InvalidValueException(
                        "'" + value + "' has the parameter " + tag + " more than once; expected it once");
            }
        }
        if (single(value, ACCOUNT).filter(uri -> !uri.isEmpty()).isEmpty()) {
            throw new InvalidValueException("'" + value + "' names no account; expected accounturi=URI");
        }
        single(value, UNTIL).filter(text -> !INTEGER.matcher(text).matches()).ifPresent(text -> {
            throw new InvalidValueException(
                    "persistUntil=" + text + " is not a time; expected seconds since 1970-01-01T00:00:00Z");
        });
    }

    /**
     * Makes the text.
     *
     * @param issuer the CA's issuer domain name
     * @param accountUri the account, as {@link ProofAccount#uri} has it
     * @param wildcard whether wildcards and names below are covered
     * @param until until when it holds, to the second; {@code null} for as long as it stands
     * @return the record
     * @throws InvalidValueException if a part cannot be written
     */
    public static ProofRecord of(String issuer, String accountUri, boolean wildcard, @Nullable Instant until) {
        ProofRecord least = new ProofRecord(IssueValue.of(issuer, new Parameter(ACCOUNT, accountUri)));
        return (wildcard ? least.withWildcard() : least).withUntil(until);
    }

    /**
     * Reads the text of a TXT record.
     *
     * @param text without quotes
     * @return the record
     * @throws InvalidValueException if a CA would refuse it
     */
    public static ProofRecord parse(String text) {
        return new ProofRecord(IssueValue.parse(text));
    }

    /**
     * Returns which CA is meant.
     *
     * @return its issuer domain name, lower case
     */
    public String issuer() {
        return value.issuer().orElseThrow();
    }

    /**
     * Returns which account is meant.
     *
     * @return a URI, to be compared letter by letter
     */
    public String accountUri() {
        return single(value, ACCOUNT).orElseThrow();
    }

    /**
     * Tells whether wildcards are covered.
     *
     * @return whether the policy is {@code wildcard}, in any case; any other policy counts as none
     */
    public boolean wildcard() {
        return single(value, POLICY).filter("wildcard"::equalsIgnoreCase).isPresent();
    }

    /**
     * Returns until when it holds, that second included.
     *
     * @return the time; empty if it holds as long as it stands. A number that is no time in Java is the nearest one
     */
    public Optional<Instant> until() {
        return single(value, UNTIL).map(BigInteger::new).map(ProofRecord::instant);
    }

    /**
     * Tells whether it holds.
     *
     * @param time when
     * @return whether that is not after {@link #until}
     */
    public boolean holdsAt(Instant time) {
        return until().map(until -> time.getEpochSecond() <= until.getEpochSecond())
                .orElse(true);
    }

    /**
     * Covers wildcards as well.
     *
     * @return the changed record
     */
    public ProofRecord withWildcard() {
        return wildcard() ? this : with(POLICY, "wildcard");
    }

    /**
     * Changes until when it holds.
     *
     * @param until the time, to the second; {@code null} for as long as it stands
     * @return the changed record, with all else as it was
     */
    public ProofRecord withUntil(@Nullable Instant until) {
        return with(UNTIL, until == null ? null : Long.toString(until.getEpochSecond()));
    }

    /**
     * Returns the data of the record.
     *
     * @return one text, which DNS carries in chunks of 255 bytes
     */
    public Txt txt() {
        return new Txt(toString());
    }

    /** Returns the text without quotes. */
    @Override
    public String toString() {
        return value.toString();
    }

    /** A parameter that is there changes where it stands. */
    private ProofRecord with(String tag, @Nullable String text) {
        List<Parameter> parameters = new ArrayList<>();
        boolean written = text == null;
        for (Parameter parameter : value.parameters()) {
            if (!parameter.tag().equalsIgnoreCase(tag)) {
                parameters.add(parameter);
            } else if (text != null) {
                parameters.add(new Parameter(tag, text));
                written = true;
            }
        }
        if (!written) {
            parameters.add(new Parameter(tag, String.valueOf(text)));
        }
        return new ProofRecord(new IssueValue(value.issuer(), parameters));
    }

    private static Optional<String> single(IssueValue value, String tag) {
        return value.parameter(tag).stream().findFirst();
    }

    private static Instant instant(BigInteger seconds) {
        BigInteger bounded = seconds.min(BigInteger.valueOf(Instant.MAX.getEpochSecond()))
                .max(BigInteger.valueOf(Instant.MIN.getEpochSecond()));
        return Instant.ofEpochSecond(bounded.longValueExact());
    }
}
