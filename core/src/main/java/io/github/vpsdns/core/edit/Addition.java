// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.Zone;
import org.jspecify.annotations.Nullable;

/** One value on its way into its zone. Owned by the thread that adds; open until it has a record or a reason to have none. */
final class Addition {
    private final RecordDraft draft;
    private Ttl ttl;
    private boolean created;
    private @Nullable Zone zone;
    private @Nullable DnsRecord record;
    private @Nullable VpsDnsException failure;

    Addition(RecordDraft draft) {
        this.draft = draft;
        this.ttl = draft.ttl();
    }

    RecordDraft draft() {
        return draft;
    }

    Zone zone() {
        return requireNonNull(zone);
    }

    boolean isOpen() {
        return record == null && failure == null;
    }

    /** Whether the API said no to making it. */
    boolean isRefused() {
        return failure instanceof InvalidRequestException;
    }

    void in(Zone found) {
        zone = found;
    }

    void takeTtl(Ttl ofTheSet) {
        ttl = ofTheSet;
    }

    RecordDraft toCreate() {
        return new RecordDraft(draft.name(), draft.data(), ttl);
    }

    void there(DnsRecord found) {
        record = found;
    }

    void created(DnsRecord made) {
        record = made;
        created = true;
    }

    void fail(VpsDnsException reason) {
        failure = reason;
    }

    /** The second of two equal drafts finds what the first one made. */
    AddOutcome outcomeFor(RecordDraft asked, boolean first) {
        return record != null
                ? new AddOutcome.Added(asked, zone(), record, created && first)
                : new AddOutcome.NotAdded(asked, requireNonNull(failure));
    }
}
