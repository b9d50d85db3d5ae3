// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.pace;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.IncompleteEditException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.RateLimitedException;
import io.github.vpsdns.core.error.UnauthorizedException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How far a failed call reaches, from the least to the most. */
public enum FailureScope {
    /** We ended it ourselves; it says nothing about the API. */
    CANCELLED,
    /** What was to be changed is not there any more. */
    GONE,
    /** This name alone is refused, and will be so again unless somebody changes something. */
    OWN,
    /** The API is away, or was not understood: other calls would fare alike, and it passes by itself. */
    AWAY,
    /** The API asks for a pause. */
    LIMITED,
    /** The API refuses the credentials: no call will succeed with them. */
    REFUSED;

    /**
     * Judges a failure; of an edit of several calls, the one that reaches furthest.
     *
     * @param failure what a call threw
     * @return how far it reaches
     */
    public static FailureScope of(VpsDnsException failure) {
        return reasons(failure).stream()
                .map(FailureScope::ofOne)
                .max(Comparator.naturalOrder())
                .orElse(OWN);
    }

    /**
     * Returns how long the API asks to wait.
     *
     * @param failure what a call threw
     * @return the longest wait that it named, zero if none
     */
    public static Duration retryAfter(VpsDnsException failure) {
        return reasons(failure).stream()
                .filter(ApiException.class::isInstance)
                .flatMap(reason -> ((ApiException) reason).retryAfter().stream())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static List<VpsDnsException> reasons(VpsDnsException failure) {
        return failure instanceof IncompleteEditException several ? several.reasons() : List.of(failure);
    }

    private static FailureScope ofOne(VpsDnsException failure) {
        if (failure instanceof CancelledException) {
            return CANCELLED;
        }
        if (failure instanceof UnauthorizedException || failure instanceof ForbiddenException) {
            return REFUSED;
        }
        if (failure instanceof RateLimitedException) {
            return LIMITED;
        }
        if (failure instanceof NotFoundException) {
            return GONE;
        }
        // A page that is no JSON comes from something between us and the API.
        return failure.isTransient() || failure instanceof ProtocolException ? AWAY : OWN;
    }
}
