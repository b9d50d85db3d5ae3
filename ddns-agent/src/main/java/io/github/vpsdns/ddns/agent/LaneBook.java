// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.lane.LaneKey;
import io.github.vpsdns.ddns.lane.WantedAddresses;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsReleased;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.RecordRule;
import io.github.vpsdns.ddns.track.Tracker;
import io.github.vpsdns.ddns.track.Trackers;
import io.github.vpsdns.ddns.work.Parts;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lanes that the settings ask for. Owned by the loop's thread. */
final class LaneBook {
    private final Parts parts;
    private final Map<LaneKey, Lane> lanes = new LinkedHashMap<>();

    /** Names that left while they were written: should they come back, that write must be over before the next one. */
    private final Map<LaneKey, Lane> leaving = new HashMap<>();

    LaneBook(Parts parts) {
        this.parts = parts;
    }

    /** Goes by other settings: lanes that stay keep what they know, records of lanes that leave stay as they are. */
    void follow(AgentSettings settings, Trackers trackers) {
        Map<LaneKey, Lane> before = new LinkedHashMap<>(lanes);
        lanes.clear();
        leaving.values().removeIf(lane -> !lane.isWriting());
        for (RecordRule rule : settings.records()) {
            rule.addresses().keySet().stream().sorted().forEach(family -> {
                LaneKey key = new LaneKey(rule.name(), family);
                Lane lane = Stream.of(Optional.ofNullable(before.remove(key)), Optional.ofNullable(leaving.remove(key)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseGet(() -> new Lane(key, rule, new Setback(parts.random())));
                lane.follow(rule);
                lanes.put(key, lane);
            });
        }
        before.values().stream().filter(Lane::isWriting).forEach(lane -> leaving.put(lane.key(), lane));
        before.keySet().forEach(key -> parts.teller().tell(new RecordsReleased(key.name(), key.family())));
        trackers.all().forEach(this::addressed);
    }

    /** Tells those concerned what counts now. */
    void addressed(Tracker tracker) {
        for (Lane lane : lanes.values()) {
            LaneKey key = lane.key();
            boolean concerned = key.family() == tracker.key().family()
                    && tracker.key().rule().equals(lane.rule().addresses().get(key.family()));
            if (concerned) {
                List<InetAddress> certain = tracker.certain();
                lane.want(
                        certain == null ? null : WantedAddresses.of(lane.rule(), key.family(), certain),
                        tracker.changeReadNanos());
            }
        }
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    List<Lane> of(DomainName name) {
        return Arrays.stream(Family.values())
                .map(family -> lanes.get(new LaneKey(name, family)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    @Nullable
    Lane get(LaneKey key) {
        return lanes.get(key);
    }
}
