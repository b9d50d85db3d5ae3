// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.update.state.Entry;
import io.github.vpsdns.webhook.update.state.Known;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the book what is wanted, who works on it, and how that ended. Owned by the loop's thread. */
final class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    /** Longer than a call of the API can take that begins while the claim is {@linkplain #SAFE young}. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** A write begins no later after the claim. */
    private static final Duration SAFE = Duration.ofSeconds(30);

    /** When to ask again for a set that another server has, or a book that could not be had. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final HostBook hosts;
    private final Workers workers;
    private final LaneBook book;
    private final Timekeeper time;
    private int running;

    Ledger(HostBook hosts, Workers workers, LaneBook book, Timekeeper time) {
        this.hosts = hosts;
        this.workers = workers;
        this.book = book;
        this.time = time;
    }

    boolean isIdle() {
        return running == 0;
    }

    /** Has the lane's next want noted. */
    void note(Lane lane) {
        Want want = lane.wants().beginNoting();
        HostKey key = lane.key();
        List<InetAddress> addresses = want.addresses();
        String user = want.order().user();
        InetAddress client = want.order().client();
        start(
                lane,
                "noting what is wanted of " + key,
                () -> hosts.accept(key, addresses, user, client),
                wish -> lane.noted(wish, time.nanoTime()),
                failure -> lane.wants().notNoted());
    }

    /** Takes the set for this server. */
    void claim(Lane lane) {
        HostKey key = lane.key();
        lane.beginClaim(time.nanoTime(), SAFE);
        start(
                lane,
                "claiming " + key,
                () -> hosts.claim(key, LEASE),
                row -> claimed(lane, row),
                failure -> lane.notClaimed(again()));
    }

    private void claimed(Lane lane, Optional<HostRow> row) {
        if (row.isEmpty()) {
            lane.notClaimed(again());
            return;
        }
        lane.claimed();
        if (hosts.isShared()) {
            HostRow theirs = row.get();
            lane.adopt(
                    theirs,
                    Known.kept(theirs.known(), time.nanoTime(), time.now()).orElse(null));
        }
    }

    private long again() {
        return time.nanoTime() + AGAIN.toNanos();
    }

    /** Tells the book how work on the lane ended; until it has taken it, nothing else is done there. */
    void enter(Lane lane) {
        Entry entry = lane.beginEntry();
        start(
                lane,
                "noting what became of " + lane.key(),
                () -> {
                    entry.write(hosts, lane.key());
                    return entry;
                },
                any -> lane.entered(),
                failure -> lane.notEntered(time.nanoTime()));
    }

    private <T> void start(
            Lane lane, String what, Callable<T> work, Consumer<T> done, Consumer<VpsDnsException> failed) {
        running++;
        workers.start(
                what,
                work,
                value -> {
                    running--;
                    book.touch(lane);
                    done.accept(value);
                },
                failure -> {
                    running--;
                    book.touch(lane);
                    log.debug("{} failed: {}", what, failure.getMessage());
                    failed.accept(failure);
                });
    }
}
