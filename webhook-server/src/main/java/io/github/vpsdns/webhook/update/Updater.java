// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.WorkerThreads;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.update.state.Board;
import io.github.vpsdns.webhook.update.work.Parts;
import io.github.vpsdns.webhook.update.work.Teller;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of wishes.
 *
 * <ul>
 *   <li>A wish is noted in the store before any call is made for it. If it cannot be noted nothing is done, and the client is told to
 *       come again.
 *   <li>What is known to be so already is answered at once and without a call, as long as it was seen within the settings' recheck;
 *       if other servers share the store, after a look at the row.
 *   <li>A record is changed by its id with one call. Only to make or to remove records, and where nothing is known, the zone is listed
 *       before: once for all names that need it at the moment.
 *   <li>One write is in flight for a name and family at a time, and the newest wish wins. One that was replaced before it was
 *       written is never written; those who wait for it are told to come again, unless the newer one wants the same.
 *   <li>A client is told that its wish is done when the API has accepted it, and not before. If that takes longer than its patience,
 *       or is known to, it is told so and the work goes on until it is done or replaced, also in another life of the process.
 *   <li>A write whose answer was lost is settled by a listing before anything else is written. Some minutes later the name is
 *       listed once more, in case it arrived after all.
 *   <li>After failures that others would share no calls are made for a while: {@link io.github.vpsdns.core.pace.Gate}.
 *   <li>In the background the records are compared with the API, by one listing of each zone every recheck.
 * </ul>
 *
 * <p>Thread-safe. All state belongs to one thread of its own; what may block, calls of the API and the store, is done by workers, who
 * answer through a mailbox. Clients are answered by another thread, which may block without harm.
 */
public final class Updater implements Updates, AutoCloseable {
    /** How many threads write into the book at once at most. */
    private static final int CLERKS = 8;

    private final Board board = new Board();
    private final Mailbox mailbox = new Mailbox();
    private final HostBook hosts;
    private final Timekeeper time;
    private final WorkerThreads callers;
    private final UpdateLoop loop;
    private final UpdateThread thread;
    private volatile UpdateSettings settings;

    /**
     * Creates an updater, which does nothing before it is started.
     *
     * @param api the way to the API
     * @param store where wishes are noted; stays the caller's to close, after this
     * @param settings how to update
     * @param limits how often names may change
     * @param time the clock
     * @param listener is told what happens
     */
    public Updater(
            ApiAccess api,
            Store store,
            UpdateSettings settings,
            Limits limits,
            Timekeeper time,
            WebhookListener listener) {
        this.settings = settings;
        this.time = time;
        this.hosts = store.hosts();
        callers = WorkerThreads.bounded(mailbox, "vpsdns-update-call", settings.parallel());
        WorkerThreads clerks = WorkerThreads.bounded(mailbox, "vpsdns-update-book", CLERKS);
        loop = new UpdateLoop(
                mailbox,
                callers,
                clerks,
                new Parts(time, new Teller(listener), new Random()),
                board,
                api,
                hosts,
                settings,
                limits);
        thread = new UpdateThread(loop, mailbox, callers, clerks);
    }

    /**
     * Begins to work: takes up what an earlier life has left, and orders.
     *
     * @throws IllegalStateException if it was started before
     */
    public void start() {
        thread.start();
    }

    /**
     * Goes by other settings from now on; what is under way goes on.
     *
     * @param other how to update
     * @param limits how often names may change
     */
    public void reconfigure(UpdateSettings other, Limits limits) {
        settings = other;
        callers.resize(other.parallel());
        mailbox.post(() -> loop.follow(other, limits));
    }

    /**
     * Restores what others have changed only where somebody may still update the name; all are restored by default. What is not, is told of
     * as ever, and belongs to whoever changed it.
     *
     * @param names tells whether a name may be updated by anybody; asked by the updater's thread, which it must not keep waiting
     */
    public void serve(Predicate<DomainName> names) {
        mailbox.post(() -> loop.serve(names));
    }

    @Override
    public CompletionStage<List<HostOutcome>> submit(UpdateOrder order) {
        List<HostOutcome> settled = hosts.isShared() ? null : settled(order);
        if (settled != null) {
            return CompletableFuture.completedStage(settled);
        }
        CompletableFuture<List<HostOutcome>> answer = new CompletableFuture<>();
        long deadline = time.nanoTime() + settings.patience().toNanos();
        Order work = new Order(order, deadline, outcomes -> thread.answer(() -> answer.complete(outcomes)));
        List<HostKey> keys = keys(order);
        boolean posted = thread.post(() -> loop.take(work, keys), () -> keys.forEach(board::sent));
        if (!posted) {
            HostOutcome later = new HostOutcome.Later(false);
            answer.complete(order.hosts().stream().map(host -> later).toList());
        }
        return answer.minimalCompletionStage();
    }

    private static List<HostKey> keys(UpdateOrder order) {
        List<HostKey> keys = new ArrayList<>();
        for (HostUpdate host : order.hosts()) {
            keys.add(new HostKey(host.host(), Family.IPV4));
            keys.add(new HostKey(host.host(), Family.IPV6));
        }
        return keys;
    }

    /** What can be said at once, or null if any of it takes more. */
    private @Nullable List<HostOutcome> settled(UpdateOrder order) {
        long now = time.nanoTime();
        List<HostOutcome> outcomes = new ArrayList<>();
        for (HostUpdate host : order.hosts()) {
            List<HostOutcome> families = new ArrayList<>();
            boolean all = settled(host, Family.IPV4, host.ipv4(), now, families)
                    && settled(host, Family.IPV6, host.ipv6(), now, families);
            if (!all || !thread.isOpen()) {
                return null;
            }
            outcomes.add(OrderedHost.together(families));
        }
        return outcomes;
    }

    private boolean settled(HostUpdate host, Family family, FamilyWish wish, long now, List<HostOutcome> outcomes) {
        if (wish instanceof FamilyWish.Keep) {
            return true;
        }
        List<InetAddress> says =
                board.settled(new HostKey(host.host(), family), now).orElse(null);
        if (says != null
                && Goal.of(wish, family, says) instanceof Goal.To to
                && to.addresses().equals(says)) {
            outcomes.add(new HostOutcome.Unchanged(says));
            return true;
        }
        return false;
    }

    /**
     * Returns the sets that were spoken of.
     *
     * @return how each stands, in order of their names
     */
    public List<WebhookStatus.HostState> hosts() {
        return board.hosts();
    }

    /**
     * Returns how it stands with the API.
     *
     * @return a problem, if there is any
     */
    public WebhookStatus.ApiState api() {
        return board.api();
    }

    /**
     * Returns how many sets are not written yet.
     *
     * @return how many wishes are noted and not done
     */
    public int waiting() {
        return board.waiting();
    }

    /**
     * Returns since when the longest of them waits.
     *
     * @return when its wish was noted, or {@code null} if none waits
     */
    public @Nullable Instant oldestWait() {
        return board.oldestWait();
    }

    /**
     * Ends: takes no more orders, finishes the writes that are under way if they take no longer than ten seconds, and answers all who
     * still wait. The rest stays in the store for the next life. Does nothing if it has ended.
     */
    @Override
    public void close() {
        thread.close(Duration.ofSeconds(10));
    }
}
