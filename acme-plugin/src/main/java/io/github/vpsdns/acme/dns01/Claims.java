// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which values the presentations of this process need. Two orders of one account for the same name, as for an RSA and an ECDSA
 * certificate, can be given the same authorization and then want the same value: who is ready first must not remove it.
 *
 * <p>Thread-safe; one monitor guards both collections, and no call to the outside is made within it.
 */
final class Claims {
    private final Map<Claim, Integer> holders = new HashMap<>();
    private final Set<Claim> beingRemoved = new HashSet<>();

    /** A value at a name. */
    record Claim(String name, String value) {
        static Claim of(RecordDraft draft) {
            return new Claim(draft.name().toString(), draft.data().value());
        }
    }

    /** Waits until nobody is removing the value, and claims it. */
    synchronized void claim(Claim claim) {
        try {
            while (beingRemoved.contains(claim)) {
                wait();
            }
        } catch (InterruptedException e) {
            throw CancelledException.interrupted(
                    "waiting for an earlier value at '" + claim.name() + "' to be removed", e);
        }
        holders.merge(claim, 1, Integer::sum);
    }

    /**
     * Gives a claim up. Where it was the last one, the caller is to remove the value, and nobody can claim it before {@link
     * #removed} is called.
     *
     * @return whether it was the last one
     */
    synchronized boolean release(Claim claim) {
        boolean last = holders.merge(claim, -1, Integer::sum) == 0;
        if (last) {
            holders.remove(claim);
            beingRemoved.add(claim);
        }
        return last;
    }

    /** Removing is over, well or not. */
    synchronized void removed(Claim claim) {
        beingRemoved.remove(claim);
        notifyAll();
    }
}
