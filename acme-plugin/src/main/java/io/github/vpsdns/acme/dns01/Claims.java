// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values the presentations of this process need. Two orders of one account for the same name, as for an RSA and an ECDSA
 * certificate, can be given the same authorization and then want the same value: who is ready first must not remove it.
 *
 * <p>Thread-safe; one monitor guards both collections, and no call to the outside is made within it.
 */
final class Claims {
    private final Map<Claim, Holders> holders = new HashMap<>();
    private final Set<Claim> beingRemoved = new HashSet<>();

    /** How many need a value, and what those noted of it who no longer do. */
    private static final class Holders {
        private final List<OwnValue> noted = new ArrayList<>();
        private int count;
    }

    /** A value at a name. */
    record Claim(String name, String value) {
        static Claim of(Journal.Entry entry) {
            return new Claim(entry.name().toString(), entry.value());
        }

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
        holders.computeIfAbsent(claim, any -> new Holders()).count++;
    }

    /**
     * Gives a claim up. What its holder knows of the value is kept for the last one, who is to remove it all: two that wrote the
     * value at once may have made a record each. Nobody can claim it then before {@link #removed} is called.
     *
     * @param value what the holder has noted in the journal, or {@code null} if nothing
     * @return what all holders have noted, if this was the last one; else empty
     */
    synchronized Optional<List<OwnValue>> release(Claim claim, @Nullable OwnValue value) {
        Holders among = holders.get(claim);
        if (among == null) {
            throw new IllegalStateException("a claim is given up that nobody has");
        }
        if (value != null) {
            among.noted.add(value);
        }
        if (--among.count > 0) {
            return Optional.empty();
        }
        holders.remove(claim);
        beingRemoved.add(claim);
        return Optional.of(among.noted);
    }

    /** Tells whether somebody needs the value. */
    synchronized boolean isHeld(Claim claim) {
        return holders.containsKey(claim);
    }

    /** Removing is over, well or not. */
    synchronized void removed(Claim claim) {
        beingRemoved.remove(claim);
        notifyAll();
    }
}
