// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a fault does to a call. Immutable. */
public sealed interface FaultAction {
    /**
     * Answers with a status of its own.
     *
     * @param status 200 to 599
     * @param headers sent as they are, such as {@code Retry-After}; fields as RFC 9110 section 5 allows them
     * @param body sent as it is; null for what Django or a load balancer would say
     */
    record Status(
            int status,
            Map<String, String> headers,
            @Nullable String body) implements FaultAction {
        public Status {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("Status " + status + " cannot be sent; give 200 to 599.");
            }
            headers = Map.copyOf(headers);
            headers.forEach((name, value) -> {
                if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[ -~\\t]*")) {
                    throw new IllegalArgumentException("The header '" + name
                            + "' cannot be sent; give a token as its name and printable ASCII as its value.");
                }
            });
        }
    }

    /**
     * Lets time pass.
     *
     * @param time real time, zero or more
     */
    record Delay(Duration time) implements FaultAction {
        public Delay {
            if (time.isNegative()) {
                throw new IllegalArgumentException("A delay of " + time + " is less than none; give zero or more.");
            }
        }
    }

    /** Closes the connection without a byte of an answer. */
    record Drop() implements FaultAction {}

    /**
     * Replaces the body.
     *
     * @param kind by what
     */
    record Garble(Garbage kind) implements FaultAction {
        public Garble {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** Announces a longer body than it sends, and closes the connection in the middle. */
    record Truncate() implements FaultAction {}

    /**
     * Answers 429 to calls beyond a number per window, as Django REST framework's throttling does.
     *
     * @param calls how many calls pass per window, 0 or more
     * @param window its length, at least a second; begins with the first call
     */
    record RateLimit(int calls, Duration window) implements FaultAction {
        public RateLimit {
            if (calls < 0 || window.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("A limit of " + calls + " calls per " + window
                        + " makes no sense; give 0 or more calls per at least a second.");
            }
        }
    }

    /**
     * Writes the list of this call in another shape.
     *
     * @param listing the shape
     */
    record Shape(Listing listing) implements FaultAction {
        public Shape {
            Objects.requireNonNull(listing, "listing");
        }
    }
}
