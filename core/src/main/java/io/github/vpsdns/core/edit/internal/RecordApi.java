// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.internal;

import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.function.Consumer;

/** The few calls that edits are made of; thread-safe, each with its own deadline. */
public interface RecordApi {
    List<Zone> zones();

    /** Lists the records of a zone, of every type and of no other zone, and hands over one by one. */
    void records(Zone zone, Consumer<DnsRecord> reader);

    DnsRecord create(Zone zone, RecordDraft draft);

    DnsRecord patch(RecordId id, RecordPatch patch);

    void delete(RecordId id);
}
