// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.ddns.settings.AddressRule;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps addresses from going back and forth with sources that contradict each other.
 *
 * <ul>
 *   <li>The first addresses ever count at once: a name without a record helps nobody.
 *   <li>What this machine itself says counts at once.
 *   <li>A change that a remote source took part in counts once it has been read as often in a row as the rule wants. Any other
 *       reading in between begins anew, so that sources that take turns change nothing. A detection without result is no
 *       reading: it neither confirms nor denies.
 * </ul>
 *
 * <p>Addresses are compared without regard to their order. One damper watches one rule and family; it is not thread-safe.
 */
public final class Damper {
    private static final Verdict SAME = new Verdict.Same();

    private Set<InetAddress> pending = Set.of();
    private int times;

    /** Creates a damper that has seen nothing. */
    public Damper() {}

    /**
     * Takes a reading.
     *
     * @param reading what was read
     * @param rule by which rule
     * @param counting what counts now, empty if nothing does
     * @return whether the reading counts
     */
    public Verdict observe(Detection.Found reading, AddressRule rule, List<InetAddress> counting) {
        Set<InetAddress> read = new HashSet<>(reading.addresses());
        if (read.equals(new HashSet<>(counting))) {
            forget();
            return SAME;
        }
        times = read.equals(pending) ? times + 1 : 1;
        pending = read;
        if (counting.isEmpty() || !reading.remote() || times >= rule.confirm()) {
            forget();
            return new Verdict.Accepted(reading.addresses());
        }
        return new Verdict.Pending(times, rule.confirm());
    }

    private void forget() {
        pending = Set.of();
        times = 0;
    }
}
