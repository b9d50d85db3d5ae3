// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.function.Consumer;

/**
 * Notices when a zone is gone: one that was deleted, and perhaps made again, has another id than the directory knows. The
 * edit fails, and the next one lists the zones anew.
 */
record ZoneForgettingApi(RecordApi calls, ZoneDirectory directory) implements RecordApi {
    @Override
    public List<Zone> zones() {
        return calls.zones();
    }

    @Override
    public void records(Zone zone, Consumer<DnsRecord> reader) {
        try {
            calls.records(zone, reader);
        } catch (NotFoundException e) {
            directory.forget();
            throw e;
        }
    }

    @Override
    public DnsRecord create(Zone zone, RecordDraft draft) {
        try {
            return calls.create(zone, draft);
        } catch (NotFoundException e) {
            directory.forget();
            throw e;
        }
    }

    @Override
    public DnsRecord patch(RecordId id, RecordPatch patch) {
        return calls.patch(id, patch);
    }

    @Override
    public void delete(RecordId id) {
        calls.delete(id);
    }
}
