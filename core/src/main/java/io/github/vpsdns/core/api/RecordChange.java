// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.http.Attempts;
import io.github.vpsdns.core.http.Exchange;
import io.github.vpsdns.core.http.Failures;
import io.github.vpsdns.core.http.JsonReaders;
import io.github.vpsdns.core.http.Operation;
import io.github.vpsdns.core.http.ReplyReader;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;

/**
 * Changes one record. After a try whose outcome is unknown the record is read and compared before the change is sent again, so
 * that a change that someone else made in between is not undone by a blind repetition.
 */
final class RecordChange {
    static final ReplyReader<DnsRecord> RECORD = JsonReaders.object(RecordJson::read);
    static final ReplyReader<Written<DnsRecord>> WRITTEN = Written.reader(RECORD);

    private final ApiUrls urls;
    private final Operation operation;
    private final RecordId id;
    private final RecordPatch patch;
    private final RecordJson json;
    private final Attempts attempts;
    private String body;
    private boolean completed;

    RecordChange(ApiUrls urls, Operation operation, RecordId id, RecordPatch patch, RecordJson json) {
        this.urls = urls;
        this.operation = operation;
        this.id = id;
        this.patch = patch;
        this.json = json;
        this.body = json.write(patch);
        this.attempts = operation.attempts();
    }

    DnsRecord run() {
        while (true) {
            VpsDnsException failure;
            try {
                Written<DnsRecord> written = send();
                return written.value() == null ? current() : written.value();
            } catch (CancelledException | ProtocolException e) {
                throw e;
            } catch (InvalidRequestException e) {
                complete(e);
                continue;
            } catch (VpsDnsException e) {
                failure = e;
            }
            boolean doubt = Failures.leaveDoubt(failure);
            if (!doubt && !Failures.pass(failure)) {
                throw failure;
            }
            attempts.pause(failure, operation.deadline());
            if (doubt) {
                DnsRecord current = current();
                if (isDone(current)) {
                    return current;
                }
            }
        }
    }

    private Written<DnsRecord> send() {
        try (Exchange<Written<DnsRecord>> exchange =
                operation.start("PATCH", urls.record(id), body, attempts.next(), WRITTEN)) {
            return exchange.await(operation.silence());
        }
    }

    private DnsRecord current() {
        return operation.get(urls.record(id), RECORD);
    }

    /**
     * Prepares a change of the TTL alone to be sent again with the record's priority, if that is what the API misses: checks
     * across fields often demand it of MX and SRV even where it does not change.
     */
    private void complete(InvalidRequestException refusal) {
        if (patch.data() == null
                && !completed
                && "priority".equals(refusal.problem().field())) {
            RecordData data = current().data();
            if (!(data instanceof Opaque) && data.priority().isPresent()) {
                body = json.write(new RecordPatch(data, patch.ttl()));
                completed = true;
                return;
            }
        }
        throw refusal;
    }

    private boolean isDone(DnsRecord current) {
        return (patch.data() == null || patch.data().equals(current.data()))
                && (patch.ttl() == null || patch.ttl().equals(current.ttl()));
    }
}
