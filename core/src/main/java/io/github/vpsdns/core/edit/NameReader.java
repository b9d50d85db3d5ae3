// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.edit.internal.Reasons;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.edit.internal.ZoneRecords;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Reads names by one listing a zone, the zones side by side; what fails for one zone is told of its names alone. */
final class NameReader {
    private final RecordApi api;
    private final ZoneDirectory zones;
    private final Batch batch;

    NameReader(RecordApi api, ZoneDirectory zones, Batch batch) {
        this.api = api;
        this.zones = zones;
        this.batch = batch;
    }

    Map<DomainName, NameReading> readAll(Collection<DomainName> names) {
        Set<DomainName> distinct = new LinkedHashSet<>(names);
        Map<DomainName, NameReading> readings = new LinkedHashMap<>();
        Map<Zone, List<DomainName>> byZone = new LinkedHashMap<>();
        if (!distinct.isEmpty()) {
            findZones(distinct, byZone, readings);
            list(byZone, readings);
        }
        Map<DomainName, NameReading> ordered = new LinkedHashMap<>();
        distinct.forEach(name -> ordered.put(name, readings.get(name)));
        return Collections.unmodifiableMap(ordered);
    }

    private void findZones(
            Set<DomainName> names, Map<Zone, List<DomainName>> byZone, Map<DomainName, NameReading> readings) {
        ZoneList list;
        try {
            list = zones.covering(names);
        } catch (VpsDnsException e) {
            names.forEach(name -> readings.put(name, new NameReading.NotRead(name, e)));
            return;
        }
        for (DomainName name : names) {
            try {
                byZone.computeIfAbsent(list.require(name), any -> new ArrayList<>())
                        .add(name);
            } catch (ZoneNotFoundException e) {
                readings.put(name, new NameReading.NotRead(name, e));
            }
        }
    }

    private void list(Map<Zone, List<DomainName>> byZone, Map<DomainName, NameReading> readings) {
        List<Map.Entry<Zone, List<DomainName>>> groups = List.copyOf(byZone.entrySet());
        List<TaskOutcome<ZoneRecords>> listings = batch.run(groups.stream()
                .<Callable<ZoneRecords>>map(group -> () -> ZoneRecords.read(api, group.getKey(), group.getValue()))
                .toList());
        for (int i = 0; i < groups.size(); i++) {
            Zone zone = groups.get(i).getKey();
            for (DomainName name : groups.get(i).getValue()) {
                readings.put(name, reading(name, zone, listings.get(i)));
            }
        }
    }

    private static NameReading reading(DomainName name, Zone zone, TaskOutcome<ZoneRecords> listing) {
        return listing instanceof TaskOutcome.Done<ZoneRecords> listed
                ? new NameReading.Found(name, zone, listed.value().at(name))
                : new NameReading.NotRead(name, Reasons.of(listing, "listing the records of " + zone.domain()));
    }
}
