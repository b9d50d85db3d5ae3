// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.track;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Addresses that are followed once, however many names they are for. */
public record TrackerKey(AddressRule rule, Family family) {
    /** Whether reading is cheap enough for the loop's own thread. */
    public boolean isWatched() {
        return rule.sources().stream().allMatch(SourceSpec::isWatched);
    }

    /** Whether some of it can be looked at cheaply. */
    public boolean hasWatched() {
        return rule.sources().stream().anyMatch(SourceSpec::isWatched);
    }

    /** The sources, for people. */
    public List<String> sources() {
        return rule.sources().stream().map(SourceSpec::toString).toList();
    }

    /** How long it may take at most until all sources may be read again. */
    public Duration pace() {
        return rule.sources().stream()
                .map(SourceSpec::pace)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
