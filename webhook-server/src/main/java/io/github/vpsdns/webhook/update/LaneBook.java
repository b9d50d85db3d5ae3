// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.update.state.Board;
import io.github.vpsdns.webhook.update.work.Parts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All lanes, those among them with which there is something to do, and what others see of them. Owned by the loop's thread. */
final class LaneBook {
    private final Parts parts;
    private final Board board;
    private final Map<HostKey, Lane> lanes = new HashMap<>();
    private final Set<Lane> active = new LinkedHashSet<>();

    LaneBook(Parts parts, Board board) {
        this.parts = parts;
        this.board = board;
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    Optional<Lane> find(HostKey key) {
        return Optional.ofNullable(lanes.get(key));
    }

    /** Returns a set's lane, a new one if nobody has spoken of it yet. */
    Lane lane(HostKey key) {
        return lanes.computeIfAbsent(key, any -> new Lane(any, new Setback(parts.random())));
    }

    /** Returns the lanes of a name. */
    List<Lane> of(DomainName name) {
        return Arrays.stream(Family.values())
                .flatMap(family -> find(new HostKey(name, family)).stream())
                .toList();
    }

    /** Notes that there may be something to do with a lane. */
    void touch(Lane lane) {
        active.add(lane);
    }

    /** Returns those with which there may be something to do. */
    List<Lane> active() {
        return List.copyOf(active);
    }

    /** Shows those with which something was done, and lets go of those with which nothing is to be done. */
    void settle(Duration age) {
        for (Lane lane : active()) {
            if (lane.isForgettable()) {
                lanes.remove(lane.key());
                board.hide(lane.key());
            } else {
                show(lane, age);
            }
            if (lane.isQuiet()) {
                active.remove(lane);
            }
        }
    }

    /** Shows how a set stands. */
    void show(HostKey key, Duration age) {
        find(key).ifPresent(lane -> show(lane, age));
    }

    private void show(Lane lane, Duration age) {
        board.show(lane.state(), lane.settled(age));
    }
}
