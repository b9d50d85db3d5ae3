// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;

/**
 * Asks zones' authoritative servers in the background whether they have the addresses that were just written.
 *
 * <ul>
 *   <li>Each question is answered exactly once by a {@link Verification}, unless it was replaced, withdrawn or this was closed.
 *   <li>All names of a zone and family are waited for together, one wait at a time. One that has arrived at all servers is told at once,
 *       whatever the others do.
 *   <li>A newer question about the same name and family replaces the older one, which is never answered then.
 *   <li>Where a name is, DNS tells; no API call is made. Where that cannot be found out, the answer is "unverified".
 *   <li>A server has the addresses if they are among those it tells. One that gives no sign of life is left out after a third of the limit,
 *       at most 30 s, if another has them.
 *   <li>Threads are daemons, at most {@value #WAITS} for waits and {@value #SEARCHES} that look for zones; idle ones end.
 * </ul>
 *
 * <p>Thread-safe. Answers come on its own threads, possibly several at once.
 */
public final class Verifier implements AutoCloseable {
    /** Two minutes: a name server that takes longer to have a change is worth a warning. */
    public static final Duration LIMIT = Duration.ofMinutes(2);

    private static final int WAITS = 8;
    private static final int SEARCHES = 4;

    private final Duration limit;
    private final Timekeeper time;
    private final OpenQuestions open = new OpenQuestions();
    private final Answerer answerer;
    private final Whereabouts whereabouts;
    private final ZoneWaits waits;
    private final ThreadPoolExecutor searchers;

    /**
     * Creates a verifier, which has no thread until it is asked something.
     *
     * @param dns finds the servers
     * @param limit how long the servers may take, from the question on; more than zero
     * @param time the clock for the limit, and for how long it took
     * @param listener takes the answers; must be quick and thread-safe. What it throws is logged
     * @throws InvalidValueException if the limit is not positive
     */
    public Verifier(AuthoritativeDns dns, Duration limit, Timekeeper time, Consumer<Verification> listener) {
        if (limit.isNegative() || limit.isZero()) {
            throw new InvalidValueException("a limit of " + limit + " is refused; expected more than 0");
        }
        this.limit = limit;
        this.time = time;
        this.answerer = new Answerer(open, time, listener);
        this.whereabouts = new Whereabouts(dns);
        this.waits = new ZoneWaits(whereabouts, answerer, open, limit, WAITS);
        this.searchers = Workers.create("vpsdns-verify-search-", SEARCHES);
    }

    /**
     * Asks whether the servers have addresses; returns at once. After {@link #close} it does nothing.
     *
     * @param name whose
     * @param family which; all addresses are of it
     * @param addresses what should be seen: at least one
     * @throws InvalidValueException if there is no address
     */
    public void ask(DomainName name, Family family, List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            throw new InvalidValueException("no address of '" + name + "' is given to look for; expected at least one");
        }
        Question question =
                new Question(new Question.Key(name, family), addresses, time.nanoTime(), Deadline.after(limit, time));
        if (open.put(question)) {
            searchers.execute(() -> search(question));
        }
    }

    private void search(Question question) {
        if (!open.isOpen(question)) {
            return;
        }
        try {
            waits.join(whereabouts.apexOf(question.name()), question);
        } catch (CancelledException e) {
            answerer.unverified(question, "it was interrupted");
        } catch (RuntimeException e) {
            // Whatever it was, each question gets its answer.
            answerer.unverified(question, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Withdraws a question, which is not answered then; nothing happens if there is none.
     *
     * @param name whose
     * @param family which
     */
    public void forget(DomainName name, Family family) {
        open.take(new Question.Key(name, family));
    }

    /**
     * Returns how many questions have no answer yet.
     *
     * @return zero or more
     */
    public int unanswered() {
        return open.size();
    }

    /**
     * Waits until every question has been answered, or this is closed. It takes hardly longer than the limit.
     *
     * @throws CancelledException if the thread is interrupted
     */
    public void awaitAnswers() {
        try {
            open.awaitNone();
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("waiting for name servers to show new addresses", e);
        }
    }

    /** Ends all questions at once, without an answer; one that is being told right now may still arrive. A second time does nothing. */
    @Override
    public void close() {
        open.close();
        searchers.shutdownNow();
        waits.close();
    }
}
