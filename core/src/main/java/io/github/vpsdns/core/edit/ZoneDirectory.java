// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.Zone;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The zones of the account, and which of them a name belongs to.
 *
 * <p>A name's zone is the one with the longest matching suffix in the account's own list. DNS is not asked: what a resolver
 * takes for the zone depends on where one asks.
 *
 * <p>The list is kept for an hour. A name that no zone in it covers makes it be listed anew, so that a zone made meanwhile is
 * found; a name that a listing made for it does not cover either is refused. Thread-safe: threads that need the list at the
 * same time share one listing.
 */
@SuppressWarnings("ReferenceEquality") // a listing is told from others by being that very one
public final class ZoneDirectory {
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final RecordApi api;
    private final Timekeeper time;
    /** What the last listing showed; guarded by this. */
    private @Nullable ZoneList known;
    /** The listing that is being made; guarded by this. */
    private @Nullable FutureTask<ZoneList> underWay;

    ZoneDirectory(RecordApi api, Timekeeper time) {
        this.api = api;
        this.time = time;
    }

    /**
     * Finds the zone that a name belongs to.
     *
     * @param name a full name; a wildcard belongs where its parent does
     * @return the zone with the longest matching suffix
     * @throws ZoneNotFoundException if no zone of the account covers the name
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if the zones cannot be listed
     */
    public Zone zoneOf(DomainName name) {
        return covering(Set.of(name)).require(name);
    }

    /**
     * Returns the account's zones, listing them only if that has not been done within the hour.
     *
     * @return all zones, in the API's order; immutable
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if the zones cannot be listed
     */
    public List<Zone> all() {
        return covering(Set.of()).zones();
    }

    /**
     * Lists the account's zones now.
     *
     * @return all zones, in the API's order; immutable
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if the zones cannot be listed
     */
    public List<Zone> refresh() {
        forget();
        return load().zones();
    }

    /** The next one who asks lists anew: for when a zone turned out not to be what it was. */
    synchronized void forget() {
        known = null;
        underWay = null;
    }

    /** Finds the zone that a name belongs to, if that can be told without any call. */
    Optional<Zone> known(DomainName name) {
        ZoneList atHand = atHand();
        return atHand == null ? Optional.empty() : atHand.covering(name);
    }

    /** Returns the list to look the names up in: made for them, if the one at hand does not cover them all. */
    ZoneList covering(Collection<DomainName> names) {
        ZoneList atHand = atHand();
        return atHand != null && atHand.coversAll(names) ? atHand : load();
    }

    private synchronized @Nullable ZoneList atHand() {
        ZoneList list = known;
        return list != null && time.nanoTime() - list.listedAtNanos() < MAX_AGE.toNanos() ? list : null;
    }

    private ZoneList load() {
        while (true) {
            FutureTask<ZoneList> mine = new FutureTask<>(this::list);
            FutureTask<ZoneList> shared = joinOrLead(mine);
            if (shared == mine) {
                mine.run();
            }
            try {
                ZoneList list = shared.get();
                finished(shared, list);
                return list;
            } catch (ExecutionException e) {
                finished(shared, null);
                // Another thread's interrupt is no reason for this one to stop.
                if (shared == mine || !(e.getCause() instanceof CancelledException)) {
                    throw unchecked(e);
                }
            } catch (InterruptedException e) {
                throw CancelledException.interrupted("listing the account's zones", e);
            }
        }
    }

    private synchronized FutureTask<ZoneList> joinOrLead(FutureTask<ZoneList> mine) {
        FutureTask<ZoneList> shared = underWay == null ? mine : underWay;
        underWay = shared;
        return shared;
    }

    /** A listing that was forgotten while under way changes nothing. */
    private synchronized void finished(FutureTask<ZoneList> listing, @Nullable ZoneList list) {
        if (underWay == listing) {
            underWay = null;
            known = list == null ? known : list;
        }
    }

    private ZoneList list() {
        long startedAt = time.nanoTime();
        return new ZoneList(api.zones(), startedAt);
    }

    private static RuntimeException unchecked(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new VpsDnsException("the account's zones could not be listed", cause);
    }
}
