// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long records shall hold, as seen at one moment.
 *
 * @param validFor how long from being written, or {@code null} for as long as they stand
 * @param now the moment
 */
record ProofTerms(@Nullable Duration validFor, Instant now) {
    /** What ends sooner may end before the CA looks, or be over by its clock. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    /** A clock that was ahead when a record was written makes it no record of other terms. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** Returns until when a record must hold to be of use. */
    Instant needed() {
        return now.plus(MARGIN);
    }

    /** Tells whether a record will do as it is: less than two thirds of its time are over, and it does not hold too long. */
    boolean keep(ProofDemand demand, ProofRecord record) {
        return demand.isMetBy(record, needed())
                && (validFor == null
                        || record.until()
                                .filter(until -> !until.isBefore(now.plus(validFor.dividedBy(3)))
                                        && !until.isAfter(now.plus(validFor).plus(SLACK)))
                                .isPresent());
    }

    /** Returns what a record of ours that will not do is changed to; what it says besides stays. */
    ProofRecord renewed(ProofDemand demand, ProofRecord own) {
        ProofRecord wide = demand.wildcard() ? own.withWildcard() : own;
        return validFor == null && wide.holdsAt(needed()) ? wide : wide.withUntil(end());
    }

    ProofRecord made(ProofDemand demand) {
        return demand.record(end());
    }

    private @Nullable Instant end() {
        return validFor == null ? null : now.plus(validFor);
    }
}
