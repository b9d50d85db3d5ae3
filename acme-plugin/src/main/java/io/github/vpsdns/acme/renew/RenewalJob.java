// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.store.LineageName;
import java.util.function.Supplier;

/**
 * A certificate to be kept.
 *
 * @param name what it is called in the storage
 * @param request reads what is wanted, anew each time and again under the storage's lock, so that what changes is seen; if it
 *     throws, that is an attempt that failed, of this job alone; a {@link WithdrawnException} is not even remembered
 */
public record RenewalJob(LineageName name, Supplier<RenewalRequest> request) {
    /** Refuses null. */
    public RenewalJob {
        requireNonNull(name, "name");
        requireNonNull(request, "request");
    }

    /**
     * Keeps a certificate of which always the same is wanted.
     *
     * @param name what it is called in the storage
     * @param request what is wanted
     * @return the job
     */
    public static RenewalJob of(LineageName name, RenewalRequest request) {
        requireNonNull(request, "request");
        return new RenewalJob(name, () -> request);
    }
}
