// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls of edits, made by the client. */
record ClientApi(VpsDnsClient client) implements RecordApi {
    @Override
    public List<Zone> zones() {
        try (Stream<Zone> zones = client.zones()) {
            return zones.toList();
        }
    }

    @Override
    public void records(Zone zone, @Nullable RecordType type, Consumer<DnsRecord> reader) {
        try (Stream<DnsRecord> records = type == null ? client.records(zone.id()) : client.records(zone.id(), type)) {
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
