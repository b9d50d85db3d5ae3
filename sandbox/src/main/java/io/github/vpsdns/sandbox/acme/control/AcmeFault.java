// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.control;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.RetryAfter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One way for a request to go wrong. */
public sealed interface AcmeFault {

    /**
     * The request is refused with a problem document; nothing is done.
     *
     * @param problem the document
     * @param retryAfter sent along unless null
     */
    record Refusal(Problem problem, @Nullable RetryAfter retryAfter) implements AcmeFault {
        /** Refuses null. */
        public Refusal {
            requireNonNull(problem, "problem");
        }
    }

    /**
     * A load balancer answers in the CA's place: a page of HTML, no nonce; nothing is done.
     *
     * @param status HTTP status, 400 to 599
     * @param retryAfter sent along unless null
     */
    record Page(int status, @Nullable RetryAfter retryAfter) implements AcmeFault {
        /**
         * Refuses what is no error.
         *
         * @throws IllegalArgumentException if the status is not 400 to 599
         */
        public Page {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status is " + status + ", must be 400 to 599");
            }
        }
    }

    /**
     * The request is handled as usual, but only after a while.
     *
     * @param time how long; not negative
     */
    record Delay(Duration time) implements AcmeFault {
        /**
         * Refuses a negative time.
         *
         * @throws IllegalArgumentException if the time is negative
         */
        public Delay {
            if (time.isNegative()) {
                throw new IllegalArgumentException("delay is " + time + ", must not be negative");
            }
        }
    }

    /**
     * The connection is cut without an answer.
     *
     * @param handled whether the request is carried out before
     */
    record Drop(boolean handled) implements AcmeFault {}

    /** A problem of the given type with its usual status. */
    static AcmeFault problem(ProblemType type, String detail) {
        return new Refusal(Problem.of(type, detail), null);
    }

    /** Too many requests, with a time to come back. */
    static AcmeFault rateLimited(Duration retryAfter) {
        Problem problem = Problem.of(ProblemType.RATE_LIMITED, "too many requests of this kind; see Retry-After");
        return new Refusal(problem, RetryAfter.seconds(retryAfter));
    }

    /** 503 with a page of HTML and a time to come back. */
    static AcmeFault unavailable(Duration retryAfter) {
        return new Page(503, RetryAfter.seconds(retryAfter));
    }

    /** The nonce is not accepted. */
    static AcmeFault badNonce() {
        return problem(ProblemType.BAD_NONCE, "the nonce is not one that is good now");
    }

    /** Handled as usual after the time given. */
    static AcmeFault delay(Duration time) {
        return new Delay(time);
    }

    /** Cut off before anything is done. */
    static AcmeFault dropBefore() {
        return new Drop(false);
    }

    /** Carried out, then cut off. */
    static AcmeFault dropAfter() {
        return new Drop(true);
    }
}
