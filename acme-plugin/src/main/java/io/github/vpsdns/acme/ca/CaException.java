// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A CA did not do what was asked, be it to issue, to revoke or to change an account. Carries what it said about it. */
public final class CaException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /** Problems of validation that say something about the way to the name servers, not about the records. */
    private static final Set<String> PASSING = Set.of("dns", "connection", "serverInternal");

    /** Why it did not. */
    public enum Kind {
        /** The CA does not want to, as asked. */
        REFUSED,
        /** The CA has had too many requests; see {@link CaException#retryAt}. */
        RATE_LIMITED,
        /** The CA did not find, or did not accept, the proof for a name; see {@link CaException#names}. */
        CHALLENGE_FAILED,
        /** Somebody must do something first: agree to terms, bind an account, visit a page. */
        ACTION_REQUIRED,
        /** The CA did not come to an end in time. */
        TIMED_OUT,
        /** The CA cannot be reached or cannot answer now. */
        UNREACHABLE,
        /** The CA answered what the protocol does not know, or issued something else than was ordered. */
        UNEXPECTED
    }

    private final Kind kind;
    private final transient @Nullable CaProblem problem;
    private final @Nullable Instant retryAt;
    private final transient Map<String, CaProblem> names;

    private CaException(
            Kind kind,
            String message,
            @Nullable Throwable cause,
            @Nullable CaProblem problem,
            @Nullable Instant retryAt,
            Map<String, CaProblem> names) {
        super(message, cause);
        this.kind = kind;
        this.problem = problem;
        this.retryAt = retryAt;
        this.names = new TreeMap<>(names);
    }

    /**
     * Creates one without the CA's words.
     *
     * @param kind what went wrong
     * @param message one sentence
     * @param cause what was caught, or {@code null}
     * @return the exception
     */
    public static CaException of(Kind kind, String message, @Nullable Throwable cause) {
        return new CaException(kind, message, cause, null, null, Map.of());
    }

    /**
     * Creates one.
     *
     * @param kind what went wrong
     * @param message one sentence
     * @param cause what was caught, or {@code null}
     * @param problem what the CA said, or {@code null}
     * @return the exception
     */
    public static CaException of(Kind kind, String message, @Nullable Throwable cause, @Nullable CaProblem problem) {
        return new CaException(kind, message, cause, problem, null, Map.of());
    }

    /**
     * Creates one for a request that came too soon.
     *
     * @param message one sentence
     * @param cause what was caught, or {@code null}
     * @param problem what the CA said, or {@code null}
     * @param retryAt when to come again, or {@code null} if it did not say
     * @return the exception
     */
    public static CaException rateLimited(
            String message, @Nullable Throwable cause, @Nullable CaProblem problem, @Nullable Instant retryAt) {
        return new CaException(Kind.RATE_LIMITED, message, cause, problem, retryAt, Map.of());
    }

    /**
     * Creates one for proofs that were not accepted.
     *
     * @param message one sentence
     * @param names what the CA said of each name; at least one
     * @return the exception
     */
    public static CaException challengesFailed(String message, Map<String, CaProblem> names) {
        return new CaException(
                Kind.CHALLENGE_FAILED, message, null, names.values().iterator().next(), null, names);
    }

    /**
     * Returns why.
     *
     * @return the kind of failure
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns what the CA said.
     *
     * @return its problem document, empty if it sent none
     */
    public Optional<CaProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Returns when the CA will take the request again.
     *
     * @return the time it named, empty if it named none
     */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }

    /**
     * Returns which names could not be proven.
     *
     * @return the CA's problem for each name as it stands in the order; none unless {@link Kind#CHALLENGE_FAILED}
     */
    public Map<String, CaProblem> names() {
        return new TreeMap<>(names);
    }

    @Override
    public boolean isTransient() {
        return switch (kind) {
            case RATE_LIMITED, TIMED_OUT, UNREACHABLE -> true;
            case CHALLENGE_FAILED -> names.values().stream().allMatch(one -> PASSING.contains(one.type()));
            case REFUSED, ACTION_REQUIRED, UNEXPECTED -> false;
        };
    }
}
