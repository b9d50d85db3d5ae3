// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.lane;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses at a name are this agent's: those it has brought there, and while a write is in doubt also those that it may have.
 */
final class Claim {
    private @Nullable List<InetAddress> published;
    private List<InetAddress> intended = List.of();

    void remember(@Nullable List<InetAddress> ours, List<InetAddress> meant) {
        published = ours;
        intended = List.copyOf(meant);
    }

    /** Adds what is about to be written to what may be there; whether that is news. An earlier write may still have been done. */
    boolean intend(List<InetAddress> goal) {
        if (intended.containsAll(goal)) {
            return false;
        }
        Set<InetAddress> all = new LinkedHashSet<>(intended);
        all.addAll(goal);
        intended = List.copyOf(all);
        return true;
    }

    /** Notes that these are there for certain and no others of ours; null for none. */
    void settle(@Nullable List<InetAddress> there) {
        published = there;
        intended = List.of();
    }

    /** Whether it is certain that just these were brought there last, in whatever order. */
    boolean isJust(List<InetAddress> addresses) {
        List<InetAddress> ours = published;
        return ours != null && intended.isEmpty() && Set.copyOf(addresses).equals(Set.copyOf(ours));
    }

    @Nullable
    List<InetAddress> published() {
        return published;
    }

    List<InetAddress> intended() {
        return intended;
    }

    /** All that is ours or may be. */
    Set<InetAddress> all() {
        Set<InetAddress> all = new LinkedHashSet<>(intended);
        all.addAll(Objects.requireNonNullElse(published, List.of()));
        return all;
    }
}
