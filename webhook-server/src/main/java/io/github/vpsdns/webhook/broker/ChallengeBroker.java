// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.store.AccountBook;
import io.github.vpsdns.webhook.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts values of challenges into their zones for others, and takes them out again.
 *
 * <ul>
 *   <li>A value is noted in the store before it is written, and forgotten after it is gone. It is removed when its owner takes it back, when
 *       its time is over, or when its client could not be told in time that it is there; and again and again until it is gone, also after a
 *       restart. Values of others at the same name stay, and so does a value that was there before anybody had asked for it.
 *   <li>Two owners of one value each have their own note; it goes with the last.
 *   <li>To present a value takes one listing of its zone and one call that writes; none that writes if it is there. What is asked for
 *       while the API is busy shares one listing.
 *   <li>Several brokers may share a store.
 * </ul>
 *
 * <p>Four threads call the API, one has the store. Thread-safe.
 */
public final class ChallengeBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChallengeBroker.class);
    private static final int WORKERS = 4;
    private static final int MOST_WAITING = 500;
    private static final Outcome DRY_RUN = new Outcome.NotNow("the server is on a dry run and writes nothing", null);

    private final Notes notes;
    private final AccountBook accounts;
    private final Pace pace;
    private final Backlog backlog;
    private final Setbacks setbacks;
    private final Settler settler;
    private final Timekeeper time;
    private final WebhookListener listener;
    private final Timing timing;
    private final ScheduledThreadPoolExecutor desk;
    private final AtomicInteger atDesk = new AtomicInteger();
    private final List<Thread> workers = new ArrayList<>();
    private volatile BrokerSettings settings;

    /**
     * Creates one that does nothing yet.
     *
     * @param access the API
     * @param store where values and accounts are noted; stays the caller's to close, after this
     * @param settings how challenges become records
     * @param time the clock by which values expire
     * @param listener is told of values that come, go or fail
     */
    public ChallengeBroker(
            ApiAccess access, Store store, BrokerSettings settings, Timekeeper time, WebhookListener listener) {
        this(access, store, settings, time, listener, Timing.DEFAULT);
    }

    ChallengeBroker(
            ApiAccess access,
            Store store,
            BrokerSettings settings,
            Timekeeper time,
            WebhookListener listener,
            Timing timing) {
        Random random = new Random();
        this.settings = settings;
        this.time = time;
        this.listener = listener;
        this.timing = timing;
        this.notes = new Notes(store.challenges(), time);
        this.accounts = store.accounts();
        this.pace = new Pace(access, time, random);
        this.backlog = new Backlog(pace);
        this.setbacks = new Setbacks(time, random);
        this.settler = new Settler(notes, pace, backlog, setbacks, this::settings, listener);
        this.desk = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "vpsdns-challenge-notes"));
        desk.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        desk.setRemoveOnCancelPolicy(true);
    }

    /** Begins: what a former process has left behind is removed first. To be called once. */
    @SuppressWarnings("FutureReturnValueIgnored") // a sweep catches and tells its own failures
    public void start() {
        for (int i = 1; i <= WORKERS; i++) {
            Thread worker = daemon(this::work, "vpsdns-challenges-" + i);
            workers.add(worker);
            worker.start();
        }
        long pause = timing.sweep().toMillis();
        desk.scheduleWithFixedDelay(this::sweep, 0, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * Goes by other settings from now on; values that are in their zones keep their time.
     *
     * @param changed the new settings
     */
    public void reconfigure(BrokerSettings changed) {
        settings = changed;
    }

    /**
     * Returns how many values are in the zones.
     *
     * @return the number, as it was within the last half minute
     */
    public int standing() {
        return notes.standing();
    }

    BrokerSettings settings() {
        return settings;
    }

    AccountBook accounts() {
        return accounts;
    }

    Timekeeper time() {
        return time;
    }

    WebhookListener listener() {
        return listener;
    }

    /** Makes sure that a value is in its zone; {@code rolling} lets the owner's oldest at the name go if there are too many. */
    CompletionStage<Outcome> present(Challenge challenge, boolean rolling) {
        CompletableFuture<Outcome> answer = awaited("the API did not answer in time; the value is being withdrawn");
        atDesk(answer, () -> {
            Outcome closed = settings.dryRun() ? DRY_RUN : pace.closedBeyond(timing.patience());
            if (closed != null) {
                answer.complete(closed);
                return;
            }
            Notes.Noted noted = notes.note(challenge, rolling);
            if (noted.refusal() != null) {
                answer.complete(new Outcome.TooMany(noted.refusal()));
                return;
            }
            enqueue(new Wait(challenge, true, noted.fresh(), noted.first(), answer));
            if (noted.gone() != null) {
                backlog.add(noted.gone(), null);
            }
        });
        return answer;
    }

    /** Makes sure that an owner's value is not in its zone, unless it is another's too. Done if it never was. */
    CompletionStage<Outcome> withdraw(Challenge challenge) {
        CompletableFuture<Outcome> answer = awaited("the API did not answer in time; the value will be withdrawn");
        atDesk(answer, () -> {
            if (settings.dryRun()) {
                answer.complete(DRY_RUN);
                return;
            }
            if (!notes.takeBack(challenge)) {
                answer.complete(new Outcome.Done());
                return;
            }
            setbacks.clear(challenge.key());
            enqueue(new Wait(challenge, false, false, false, answer));
            Outcome closed = pace.closedBeyond(timing.patience());
            if (closed != null) {
                answer.complete(closed);
            }
        });
        return answer;
    }

    /** Runs something that needs the store, where it may take its time. */
    <T> CompletionStage<T> withStore(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        atDesk(answer, () -> answer.complete(work.get()));
        return answer;
    }

    private CompletableFuture<Outcome> awaited(String otherwise) {
        return new CompletableFuture<Outcome>()
                .completeOnTimeout(
                        new Outcome.NotNow(otherwise, null), timing.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void atDesk(CompletableFuture<?> answer, Runnable work) {
        if (atDesk.incrementAndGet() > MOST_WAITING) {
            atDesk.decrementAndGet();
            answer.completeExceptionally(new BusyException());
            return;
        }
        try {
            desk.execute(() -> {
                atDesk.decrementAndGet();
                if (!answer.isDone()) {
                    run(answer, work);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new BusyException());
        }
    }

    private static void run(CompletableFuture<?> answer, Runnable work) {
        try {
            work.run();
        } catch (Exception | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private void enqueue(Wait wait) {
        if (!backlog.add(wait.challenge().key(), wait)) {
            wait.answer().complete(stopping());
        }
    }

    private static Outcome stopping() {
        return new Outcome.NotNow("the server is stopping", null);
    }

    /** Finds what is to go, and what nobody has looked after. */
    void sweep() {
        try {
            notes.read().forEach((key, rows) -> {
                if (!settings.dryRun() && !rows.stream().allMatch(notes::stands) && !setbacks.holds(key)) {
                    backlog.add(key, null);
                }
            });
        } catch (Exception | Error e) {
            LOG.warn("The values of challenges cannot be looked through: {}", e.getMessage());
        }
    }

    private void work() {
        try {
            for (Map<TxtValue, List<Wait>> batch = backlog.take(); batch != null; batch = backlog.take()) {
                try {
                    if (settings.dryRun()) {
                        batch.values()
                                .forEach(waits ->
                                        waits.forEach(wait -> wait.answer().complete(DRY_RUN)));
                    } else {
                        settler.settle(batch);
                    }
                } catch (Exception | Error e) {
                    LOG.warn("Values of challenges cannot be looked after: {}", e.getMessage());
                    fail(batch, e);
                } finally {
                    backlog.done(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(Map<TxtValue, List<Wait>> batch, Throwable failure) {
        batch.values().stream()
                .flatMap(List::stream)
                .forEach(wait -> wait.answer().completeExceptionally(failure));
    }

    /**
     * Stops: takes no more, waits up to ten seconds for calls that are under way, and ends those that take longer. What is left is done by
     * the next process.
     */
    @Override
    public void close() {
        backlog.close().forEach(wait -> wait.answer().complete(stopping()));
        desk.shutdownNow();
        long end = System.nanoTime() + timing.stop().toNanos();
        try {
            for (Thread worker : workers) {
                worker.join(
                        Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
            desk.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.forEach(Thread::interrupt);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
