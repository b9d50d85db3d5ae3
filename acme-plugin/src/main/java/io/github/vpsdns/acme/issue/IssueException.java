// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** No certificate was got. Carries what the CA said about it. */
public final class IssueException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /** Problems of validation that say something about the way to the name servers, not about the records. */
    private static final Set<String> PASSING = Set.of("dns", "connection", "serverInternal");

    /** Why no certificate was got. */
    public enum Kind {
        /** The CA does not want to, as asked. */
        REFUSED,
        /** The CA has had too many requests; see {@link IssueException#retryAt}. */
        RATE_LIMITED,
        /** The CA did not find, or did not accept, the proof for a name; see {@link IssueException#names}. */
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

    private IssueException(
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

    static IssueException of(Kind kind, String message, @Nullable Throwable cause) {
        return new IssueException(kind, message, cause, null, null, Map.of());
    }

    static IssueException of(Kind kind, String message, @Nullable Throwable cause, @Nullable CaProblem problem) {
        return new IssueException(kind, message, cause, problem, null, Map.of());
    }

    static IssueException rateLimited(
            String message, @Nullable Throwable cause, @Nullable CaProblem problem, @Nullable Instant retryAt) {
        return new IssueException(Kind.RATE_LIMITED, message, cause, problem, retryAt, Map.of());
    }

    static IssueException challengesFailed(String message, Map<String, CaProblem> names) {
        return new IssueException(
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
