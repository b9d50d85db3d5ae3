// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.http.Attempts;
import io.github.vpsdns.core.http.Exchange;
import io.github.vpsdns.core.http.Failures;
import io.github.vpsdns.core.http.JsonReaders;
import io.github.vpsdns.core.http.Operation;
import io.github.vpsdns.core.http.ReplyReader;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates one record, exactly once, although a POST may be carried out without its answer arriving, and late.
 *
 * <ul>
 *   <li>After a try whose outcome is unknown (no answer, a cut connection, 5xx) the zone is listed before anything is sent
 *       again. If the value is there, that is the record: nobody can tell whose it is, and DNS keeps equal records but once
 *       (RFC 2181 section 5).
 *   <li>A try that has merely gone silent is not cut off when the next one is sent. As long as its connection stands, the API
 *       may still carry it out, and its answer tells when it has; so once another try has succeeded, the silent ones are
 *       listened to for as long again as a try may be silent.
 *   <li>When more than one try may have been carried out, the zone is listed once more, after a wait that lets a request settle
 *       whose connection broke, and surplus copies are deleted. At most as many are deleted as there were tries beyond one,
 *       newest first and never the oldest: copies that were there before stay, and two clients that clean up after the same
 *       value at once cannot delete each other's last copy.
 * </ul>
 *
 * <p>Where that last look fails, the creation fails with an outcome that is not known, although one copy is there for sure.
 *
 * <p>What remains out of reach is an API that breaks the connection and carries the request out later than that wait.
 */
final class RecordCreation {
    private static final Logger LOG = LoggerFactory.getLogger(RecordCreation.class);
    private static final int CREATED = 201;
    private static final int LOOKS = 3;
    private static final ReplyReader<Written<DnsRecord>> READER = Written.reader(JsonReaders.object(RecordJson::read));
    /** Oldest first; of the same age, or without one, by id, so that every client sees the same order. */
    private static final Comparator<DnsRecord> BY_AGE = Comparator.comparing(
                    DnsRecord::createdAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(record -> record.id().value());

    private final ApiUrls urls;
    private final Operation operation;
    private final Zone zone;
    private final RecordDraft draft;
    private final String body;
    private final Attempts attempts;
    private final List<Exchange<Written<DnsRecord>>> silent = new ArrayList<>();
    /** Tries that may have made a record. */
    private int possible;

    /** Why the last of them failed, if it did. */
    private @Nullable VpsDnsException doubt;

    RecordCreation(ApiUrls urls, Operation operation, Zone zone, RecordDraft draft, String body) {
        this.urls = urls;
        this.operation = operation;
        this.zone = zone;
        this.draft = draft;
        this.body = body;
        this.attempts = operation.attempts();
    }

    DnsRecord run() {
        try {
            return attempt();
        } catch (UnauthorizedException | ForbiddenException e) {
            // True of the last request, but who hears only that would take the record for not made.
            VpsDnsException unknown = doubt;
            if (unknown == null) {
                throw e;
            }
            unknown.addSuppressed(e);
            throw unknown;
        } finally {
            silent.forEach(Exchange::close);
        }
    }

    private DnsRecord attempt() {
        while (true) {
            Written<DnsRecord> written;
            try {
                written = send();
            } catch (CancelledException | ProtocolException e) {
                throw e;
            } catch (VpsDnsException e) {
                Optional<DnsRecord> found = afterFailure(e);
                if (found.isPresent()) {
                    return settled(found.get());
                }
                continue;
            }
            possible++;
            return settled(written.value() == null ? require(written) : written.value());
        }
    }

    private Written<DnsRecord> send() {
        HttpUrl url = urls.zoneRecords(zone.id());
        Exchange<Written<DnsRecord>> exchange = operation.start("POST", url, body, attempts.next(), READER);
        boolean keep = false;
        try {
            return exchange.await(operation.silence());
        } catch (VpsDnsException e) {
            keep = Failures.leaveDoubt(e);
            throw e;
        } finally {
            if (keep) {
                silent.add(exchange);
            } else {
                exchange.close();
            }
        }
    }

    /** Finds out what a failed try has done; throws the failure if there is no point in another. */
    private Optional<DnsRecord> afterFailure(VpsDnsException failure) {
        if (Failures.leaveDoubt(failure)) {
            possible++;
            doubt = failure;
        } else if (!Failures.pass(failure)) {
            // An API that refuses duplicates may be refusing what an earlier try has made.
            Optional<DnsRecord> found = possible > 0 ? copies().stream().findFirst() : Optional.empty();
            if (found.isEmpty()) {
                throw failure;
            }
            return found;
        }
        attempts.pause(failure, operation.deadline());
        return possible > 0 ? copies().stream().findFirst() : Optional.empty();
    }

    /** The record that an answer of success did not show. */
    private DnsRecord require(Written<DnsRecord> written) {
        for (int look = 1; look <= LOOKS; look++) {
            List<DnsRecord> copies = copies();
            if (!copies.isEmpty()) {
                return copies.get(copies.size() - 1);
            }
            if (written.status() != CREATED) {
                break;
            }
            operation.pause(operation.settling(look));
        }
        throw new ProtocolException(
                operation.description(),
                written.status(),
                "the API answered " + written.status() + ", but the record is not in the zone",
                "",
                null);
    }

    private DnsRecord settled(DnsRecord made) {
        if (possible < 2) {
            return made;
        }
        try {
            Deadline grace = operation.grace();
            silent.forEach(exchange -> listen(exchange, grace));
            operation.pause(operation.settling(possible));
            return withoutSurplus(made);
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            // Whoever is told of one record would remove one, and a second copy would stay.
            throw new TransportException(
                    operation.description(),
                    "an earlier try may have made a second copy, and that could not be looked up (" + e.getMessage()
                            + ")",
                    true,
                    e);
        }
    }

    private void listen(Exchange<Written<DnsRecord>> exchange, Deadline grace) {
        try {
            exchange.await(grace.remaining());
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            LOG.debug("{}: an earlier try ended: {}", operation.description(), e.getMessage());
        }
    }

    private DnsRecord withoutSurplus(DnsRecord made) {
        List<DnsRecord> copies = copies();
        int surplus = Math.min(copies.size() - 1, possible - 1);
        if (surplus <= 0) {
            return made;
        }
        List<DnsRecord> kept = copies.subList(0, copies.size() - surplus);
        for (DnsRecord copy : copies.subList(kept.size(), copies.size())) {
            LOG.info("{}: deleting the surplus copy {}", operation.description(), copy.id());
            delete(copy.id());
        }
        return kept.stream()
                .filter(copy -> copy.id().equals(made.id()))
                .findFirst()
                .orElse(kept.get(0));
    }

    private void delete(RecordId id) {
        try {
            operation.delete(urls.record(id));
        } catch (ApiException e) {
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    /**
     * The records that say the same at the same name, oldest first. Listed by the zone's own path: behind a filter that the API
     * ignores, another zone's record would look like ours and be kept or deleted for it.
     */
    private List<DnsRecord> copies() {
        HttpUrl list = urls.zoneRecords(zone.id());
        try (Stream<DnsRecord> records = operation.list(list, RecordJson::read)) {
            return records.filter(this::isCopy).sorted(BY_AGE).toList();
        }
    }

    private boolean isCopy(DnsRecord record) {
        return record.data().equals(draft.data())
                && record.fqdn(zone.domain()).filter(draft.name()::equals).isPresent();
    }
}
