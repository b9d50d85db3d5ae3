// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.internal.CaFailure;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Collection;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up authorizations that nobody will complete (RFC 8555 section 7.5.2); CAs limit how many may be pending.
 *
 * <p>Only an attempt: what fails is left to expire. Works on an interrupted thread and keeps its flag. Stateless.
 */
final class Deactivation {
    private static final Logger LOG = LoggerFactory.getLogger(Deactivation.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Deactivation() {}

    static void run(Collection<Authorization> authorizations, Timekeeper time) {
        boolean interrupted = Thread.interrupted();
        try {
            Deadline deadline = Deadline.after(LIMIT, time);
            for (Authorization authorization : authorizations) {
                if (deadline.expired() || !attempt(authorization)) {
                    return;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells whether it is worth going on with the others. */
    private static boolean attempt(Authorization authorization) {
        try {
            if (authorization.getStatus() == Status.PENDING) {
                authorization.deactivate();
            }
            return true;
        } catch (AcmeException | AcmeProtocolException | AcmeLazyLoadingException e) {
            if (new CaFailure("", e).isInterrupt()) {
                Thread.currentThread().interrupt();
                return false;
            }
            LOG.debug("could not give up a pending authorization", e);
            return !(e instanceof AcmeNetworkException);
        }
    }
}
