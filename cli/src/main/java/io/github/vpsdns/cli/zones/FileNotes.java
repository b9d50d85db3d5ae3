// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.core.edit.zone.WantedSet;
import io.github.vpsdns.core.edit.zone.ZonePlan;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zonefile.LeftOut;
import io.github.vpsdns.core.zonefile.ZoneFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is not taken over from a file as it stands there, in a line each. */
final class FileNotes {
    private static final int MOST = 20;

    private FileNotes() {}

    static List<String> of(String file, ZoneFile content, ZonePlan plan) {
        List<String> notes = new ArrayList<>();
        content.remarks().stream()
                .limit(MOST)
                .forEach(remark -> notes.add(file + ":" + remark.line() + ": " + remark.text()));
        if (content.remarks().size() > MOST) {
            notes.add(file + ": and " + (content.remarks().size() - MOST) + " more such remarks");
        }
        Map<LeftOut.Reason, Map<String, Long>> leftOut = content.leftOut().stream()
                .collect(Collectors.groupingBy(
                        LeftOut::reason,
                        TreeMap::new,
                        Collectors.groupingBy(one -> one.type().name(), TreeMap::new, Collectors.counting())));
        leftOut.forEach((reason, types) -> notes.add("left out: " + counts(types) + why(reason)));
        plan.ignored().forEach(set -> notes.add(ignored(set)));
        return notes;
    }

    private static String counts(Map<String, Long> types) {
        return types.entrySet().stream()
                .map(type -> type.getValue() + " " + type.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String why(LeftOut.Reason reason) {
        return switch (reason) {
            case SOA -> " (the provider makes its own)";
            case SIGNING -> " (made by signing the zone)";
            case UNSUPPORTED -> " (the API has no such records)";
        };
    }

    private static String ignored(WantedSet set) {
        return set.type().equals(RecordType.NS)
                ? "left out: NS of " + set.name() + " (the zone's own name servers are the provider's)"
                : "left out: " + set.type() + " of " + set.name() + " (--keep)";
    }
}
