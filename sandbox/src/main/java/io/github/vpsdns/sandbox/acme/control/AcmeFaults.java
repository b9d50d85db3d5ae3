// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.control;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.sandbox.acme.model.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The faults to come. Each is used up by the requests (validations, issuings) it fits, in the order they were added.
 *
 * <p>Thread-safe.
 */
public final class AcmeFaults {
    /** Number of times that never runs out. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final String ISSUING = "issuing";

    private final List<Planned> planned = new ArrayList<>();

    /** With none to come. */
    public AcmeFaults() {}

    /** The next request there meets the fault. */
    public void next(Endpoint endpoint, AcmeFault fault) {
        add(endpoint, 0, 1, fault);
    }

    /** The next so many requests there meet the fault. */
    public void next(Endpoint endpoint, int times, AcmeFault fault) {
        add(endpoint, 0, times, fault);
    }

    /** Every request there meets the fault, until {@link #clear()}. */
    public void always(Endpoint endpoint, AcmeFault fault) {
        add(endpoint, 0, ALWAYS, fault);
    }

    /**
     * Requests there meet the fault after some were let through.
     *
     * @param skip how many are let through; not negative
     * @param times how many then meet it, at least 1; {@link #ALWAYS} for no end
     * @throws IllegalArgumentException if a number is out of its range
     */
    public void add(Endpoint endpoint, int skip, int times, AcmeFault fault) {
        plan(new Planned(endpoint.word(), skip, times, requireNonNull(fault, "fault")));
    }

    /**
     * The next validations of a name fail with the problem, whatever its TXT records say.
     *
     * @param domain without {@code *.}
     */
    public void failValidation(String domain, int times, Problem problem) {
        plan(new Planned(validationOf(domain), 0, times, new AcmeFault.Refusal(problem, null)));
    }

    /** The next orders to be finalized become invalid with the problem. */
    public void failIssuing(int times, Problem problem) {
        plan(new Planned(ISSUING, 0, times, new AcmeFault.Refusal(problem, null)));
    }

    /** Forgets all. */
    public synchronized void clear() {
        planned.clear();
    }

    /** How many are still to come, not counting repetitions. */
    public synchronized int size() {
        return planned.size();
    }

    /** Uses up and returns the fault for a request; empty if it is to be handled as usual. */
    public Optional<AcmeFault> take(Endpoint endpoint) {
        return take(endpoint.word());
    }

    /** Uses up and returns the scripted outcome of a validation; empty if the records decide. */
    public Optional<Problem> takeValidation(String domain) {
        return take(validationOf(domain)).map(AcmeFaults::problem);
    }

    /** Uses up and returns the scripted outcome of an issuing; empty if it is to succeed. */
    public Optional<Problem> takeIssuing() {
        return take(ISSUING).map(AcmeFaults::problem);
    }

    private static String validationOf(String domain) {
        return "validation of " + domain.toLowerCase(Locale.ROOT);
    }

    private static Problem problem(AcmeFault fault) {
        return ((AcmeFault.Refusal) fault).problem();
    }

    private synchronized void plan(Planned fault) {
        planned.add(fault);
    }

    private synchronized Optional<AcmeFault> take(String target) {
        for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
            Planned candidate = each.next();
            if (!candidate.target.equals(target)) {
                continue;
            }
            if (candidate.skip > 0) {
                candidate.skip--;
                return Optional.empty();
            }
            if (candidate.times != ALWAYS && --candidate.times == 0) {
                each.remove();
            }
            return Optional.of(candidate.fault);
        }
        return Optional.empty();
    }

    private static final class Planned {
        private final String target;
        private final AcmeFault fault;
        private int skip;
        private int times;

        Planned(String target, int skip, int times, AcmeFault fault) {
            if (skip < 0 || times < 1) {
                throw new IllegalArgumentException(
                        "skip is " + skip + " and times is " + times + ", must be at least 0 and 1");
            }
            this.target = target;
            this.skip = skip;
            this.times = times;
            this.fault = fault;
        }
    }
}
