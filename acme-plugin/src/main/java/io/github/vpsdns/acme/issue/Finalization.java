// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.CaProblem;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.Poll;
import io.github.vpsdns.acme.ca.internal.Problems;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Status;

/** From an order whose names are all proven to one whose certificate can be fetched (RFC 8555 section 7.4). */
final class Finalization {
    private final Ca ca;
    private final Timekeeper time;

    Finalization(Ca ca, Timekeeper time) {
        this.ca = ca;
        this.time = time;
    }

    void run(Order order, byte[] csr, Duration limit) {
        Deadline deadline = Deadline.after(limit, time);
        // An order whose authorizations were valid all along is ready already; others become so a moment later.
        await(order, EnumSet.of(Status.READY, Status.VALID), "has not found the order ready", deadline, limit);
        if (order.getStatus() == Status.READY) {
            ca.finish(order, csr);
        }
        await(order, EnumSet.of(Status.VALID), "has not issued the certificate", deadline, limit);
    }

    private void await(Order order, Set<Status> wanted, String late, Deadline deadline, Duration limit) {
        Poll poll = new Poll(order, time);
        while (true) {
            poll.read(ca.calls(), "asking the CA about the order", deadline);
            if (wanted.contains(order.getStatus())) {
                return;
            }
            if (order.getStatus() == Status.INVALID) {
                throw invalid(order);
            }
            if (deadline.expired()) {
                throw CaException.of(
                        Kind.TIMED_OUT,
                        "the CA " + ca.host() + " " + late + " within " + limit.toSeconds() + " s",
                        null);
            }
            ca.calls().sleep("waiting for the CA to issue", deadline.cut(poll.untilDue()));
        }
    }

    private CaException invalid(Order order) {
        CaProblem problem = order.getError().map(Problems::of).orElse(null);
        return CaException.of(
                problem != null && problem.is("serverInternal") ? Kind.UNREACHABLE : Kind.REFUSED,
                "the CA " + ca.host() + " did not issue the certificate: "
                        + (problem == null ? "the order is invalid, without a reason given" : problem),
                null,
                problem);
    }
}
