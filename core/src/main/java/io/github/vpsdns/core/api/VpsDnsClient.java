// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.IncompleteListException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.http.Backoff;
import io.github.vpsdns.core.http.JsonReaders;
import io.github.vpsdns.core.http.Operation;
import io.github.vpsdns.core.http.Transport;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneDetail;
import io.github.vpsdns.core.zone.ZoneId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The VPS.org DNS API (<a href="https://www.vps.org/api/v1/docs/dns/">the vendor's page</a>), one method for each documented
 * operation.
 *
 * <pre>{@code
 * try (VpsDnsClient client = VpsDnsClient.builder()
 *         .token(ApiToken.of(System.getenv("VPS_API_TOKEN")))
 *         .build()) {
 *     Zone zone = client.findZone(DomainName.of("example.com")).orElseThrow();
 *     DnsRecord record = client.createRecord(
 *             zone, new RecordDraft(DomainName.of("www.example.com"), A.of("192.0.2.1"), Ttl.of(300)));
 *     client.patchRecord(record.id(), RecordPatch.to(A.of("192.0.2.2")));
 *     client.deleteRecord(record.id());
 * }
 * }</pre>
 *
 * <p>Every operation has one deadline ({@link RetryPolicy#deadline}), which covers connecting, sending, waiting and all tries. A
 * 429 is waited out for every operation, and 502, 503, 504 and broken connections for those that may be repeated; what must not
 * be done twice is looked up before it is sent again. A {@code Retry-After} is honoured; one that lies beyond the deadline ends
 * the operation at once.
 *
 * <p>Every operation can end in
 *
 * <ul>
 *   <li>an {@link ApiException}, whose subclass tells what the API said;
 *   <li>a {@link ProtocolException} if the answer is not what the API documents, as behind a wrong URL or a proxy;
 *   <li>a {@link TransportException} if no answer came, even after retries;
 *   <li>a {@link CancelledException} at once if the thread is interrupted, whose flag is then set again, or if the client is
 *       closed by another thread; what had been sent by then may have taken effect;
 *   <li>an {@link IllegalStateException} if the client had been closed before.
 * </ul>
 *
 * <p>Lists are read lazily, page by page, and nothing is sent before a stream is consumed. A stream holds a connection until it
 * has been read to its end or closed: use try-with-resources. Its deadline counts the time it lets its reader wait for a page. A list that
 * is not whole ends in an {@link IncompleteListException} after the entries that came; see to it that a decision which takes
 * unseen entries for absent is made only after the stream's end.
 *
 * <p>Thread-safe: one client serves any number of threads. Immutable but for being closed.
 */
public final class VpsDnsClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VpsDnsClient.class);

    private final Transport transport;
    private final ApiUrls urls;
    private final Backoff backoff;
    private final Duration limit;
    private final RecordJson json;

    VpsDnsClient(Transport transport, ApiUrls urls, Backoff backoff, Duration limit, RecordJson json) {
        this.transport = transport;
        this.urls = urls;
        this.backoff = backoff;
        this.limit = limit;
        this.json = json;
    }

    /**
     * Begins to set up a client.
     *
     * @return a builder with the defaults
     */
    public static VpsDnsClientBuilder builder() {
        return new VpsDnsClientBuilder();
    }

    /**
     * Lists the account's zones: {@code GET /dns-zones/}. A zone whose name is no domain name is left out.
     *
     * @return the zones in the API's order, lazily; to be closed
     */
    public Stream<Zone> zones() {
        return operation("zones", "list the zones").list(urls.zones(), ZoneJson::readListed);
    }

    /**
     * Finds a zone of the account by its name: {@code GET /dns-zones/?domain=}.
     *
     * @param domain the zone's own name, not one inside it
     * @return the zone, empty if the account has none of that name
     */
    public Optional<Zone> findZone(DomainName domain) {
        return ZoneSearch.find(urls, operation("findZone", "find the zone " + domain), domain);
    }

    /**
     * Reads a zone with all its records: {@code GET /dns-zones/{uuid}/}.
     *
     * @param id which zone
     * @return the zone
     * @throws NotFoundException if there is no such zone in this account
     */
    public ZoneDetail zone(ZoneId id) {
        return operation("zone", "read zone " + id).get(urls.zone(id), JsonReaders.streamed(ZoneJson::readDetail));
    }

    /**
     * Creates a zone: {@code POST /dns-zones/}. If the answer is lost, the zone is looked for before it is sent again.
     *
     * @param domain the zone's name
     * @return the zone, new unless its answer was lost
     * @throws InvalidRequestException if the API refuses the name, or a zone of that name exists, in whatever account
     */
    public ZoneDetail createZone(DomainName domain) {
        return new ZoneCreation(urls, operation("createZone", "create the zone " + domain), domain).run();
    }

    /**
     * Deletes a zone with all its records, irreversibly: {@code DELETE /dns-zones/{uuid}/}.
     *
     * @param id which zone
     * @throws NotFoundException if there was no such zone in this account
     */
    public void deleteZone(ZoneId id) {
        operation("deleteZone", "delete zone " + id).delete(urls.zone(id));
    }

    /**
     * Lists a zone's records: {@code GET /dns-zones/{uuid}/records/}.
     *
     * @param zone which zone
     * @return the records in the API's order, lazily; to be closed
     */
    public Stream<DnsRecord> records(ZoneId zone) {
        return operation("records", "list the records of zone " + zone).list(urls.zoneRecords(zone), RecordJson::read);
    }

    /**
     * Lists records: {@code GET /dns-records/?zone=&record_type=}. Records do not say which zone they belong to, so leave the
     * zone out only where that does not matter.
     *
     * <p>Which zone's records come depends on the API's filter alone: one that it ignored could not be noticed. Where records of
     * another zone would do harm, use {@link #records(ZoneId)}, whose path names the zone.
     *
     * @param zone which zone, or {@code null} for all of the account
     * @param type which type, or {@code null} for all; others are left out even if the API sends them
     * @return the records in the API's order, lazily; to be closed
     */
    public Stream<DnsRecord> records(@Nullable ZoneId zone, @Nullable RecordType type) {
        String what =
                "list the " + (type == null ? "" : type + " ") + "records" + (zone == null ? "" : " of zone " + zone);
        Stream<DnsRecord> all = operation("records", what).list(urls.records(zone, type), RecordJson::read);
        return type == null ? all : all.filter(record -> record.data().type().equals(type));
    }

    /**
     * Reads a record: {@code GET /dns-records/{uuid}/}.
     *
     * @param id which record
     * @return the record
     * @throws NotFoundException if there is no such record in this account
     */
    public DnsRecord record(RecordId id) {
        return operation("record", "read record " + id).get(urls.record(id), RecordChange.RECORD);
    }

    /**
     * Creates a record: {@code POST /dns-zones/{uuid}/records/}. It is there once afterwards, whatever became of requests and
     * answers on their way: after a lost answer the zone is listed before anything is sent again, and once two requests may
     * have been carried out, surplus copies are removed. Without a lost answer nothing is listed, and a value that was there
     * before is there twice, if the API accepts that.
     *
     * @param zone where
     * @param draft what, at a name within the zone
     * @return the record
     * @throws InvalidValueException if the name is not within the zone
     * @throws InvalidRequestException if the API refuses the record
     * @throws NotFoundException if there is no such zone in this account
     */
    public DnsRecord createRecord(Zone zone, RecordDraft draft) {
        String body = json.write(zone.domain(), draft);
        Operation operation = operation(
                "createRecord",
                "create record " + draft.name() + " " + draft.data().type() + " in " + zone.domain());
        return new RecordCreation(urls, operation, zone, draft, body).run();
    }

    /**
     * Replaces a record: {@code PUT /dns-records/{uuid}/}.
     *
     * @param zone where the record is
     * @param id which record
     * @param draft what it shall be, at a name within the zone
     * @return the record as it is then
     * @throws InvalidValueException if the name is not within the zone
     * @throws InvalidRequestException if the API refuses the record
     * @throws NotFoundException if there is no such record in this account
     */
    public DnsRecord replaceRecord(Zone zone, RecordId id, RecordDraft draft) {
        String body = json.write(zone.domain(), draft);
        Operation operation = operation("replaceRecord", "replace record " + id);
        Written<DnsRecord> written = operation.put(urls.record(id), body, RecordChange.WRITTEN);
        return written.value() == null ? operation.get(urls.record(id), RecordChange.RECORD) : written.value();
    }

    /**
     * Changes a record: {@code PATCH /dns-records/{uuid}/}. If the answer is lost, the record is read and compared before the
     * change is sent again.
     *
     * @param id which record
     * @param patch what changes
     * @return the record as it is then
     * @throws InvalidRequestException if the API refuses the change
     * @throws NotFoundException if there is no such record in this account
     */
    public DnsRecord patchRecord(RecordId id, RecordPatch patch) {
        Operation operation = operation("patchRecord", "change record " + id);
        return new RecordChange(urls, operation, id, patch, json).run();
    }

    /**
     * Deletes a record: {@code DELETE /dns-records/{uuid}/}.
     *
     * @param id which record
     * @throws NotFoundException if there was no such record in this account
     */
    public void deleteRecord(RecordId id) {
        operation("deleteRecord", "delete record " + id).delete(urls.record(id));
    }

    /**
     * Asks what the token may do: {@code GET /account/me/}, from the vendor's page on accounts. Works with any token that is
     * in force, whatever it may do.
     *
     * @return the names of the token's permissions, such as {@code dns:list}; empty if the API does not tell
     */
    public Optional<Set<String>> tokenPermissions() {
        Operation operation = operation("tokenPermissions", "read the token's permissions");
        try {
            return operation.get(urls.account(), JsonReaders.object(JsonFields::permissions));
        } catch (NotFoundException | ProtocolException e) {
            LOG.debug("permissions not told: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Closes connections and ends what is under way in other threads, which get a {@link CancelledException}. May be called
     * more than once.
     */
    @Override
    public void close() {
        transport.close();
    }

    /**
     * Returns where the API is.
     *
     * @return such as {@code VpsDnsClient[https://admin.vps.org/api/v1/]}
     */
    @Override
    public String toString() {
        return "VpsDnsClient[" + urls.endpoint() + "]";
    }

    private Operation operation(String name, String description) {
        return new Operation(transport, backoff, name, description, limit);
    }
}
