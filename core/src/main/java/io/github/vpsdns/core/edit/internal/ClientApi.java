// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.internal;

import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The calls of edits, made by the client. */
public record ClientApi(VpsDnsClient client) implements RecordApi {
    @Override
    public List<Zone> zones() {
        try (Stream<Zone> zones = client.zones()) {
            return zones.toList();
        }
    }

    /**
     * By the zone's own path, which cannot show records of another zone. They do not say where they belong, so behind a filter
     * that the API ignores they could not be told from ours.
     */
    @Override
    public void records(Zone zone, Consumer<DnsRecord> reader) {
        try (Stream<DnsRecord> records = client.records(zone.id())) {
            records.forEach(reader);
        }
    }

    @Override
    public DnsRecord create(Zone zone, RecordDraft draft) {
        return client.createRecord(zone, draft);
    }

    @Override
    public DnsRecord patch(RecordId id, RecordPatch patch) {
        return client.patchRecord(id, patch);
    }

    @Override
    public void delete(RecordId id) {
        client.deleteRecord(id);
    }
}
