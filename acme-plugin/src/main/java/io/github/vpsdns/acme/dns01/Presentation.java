// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.dns.PropagationTimeoutException;
import io.github.vpsdns.core.edit.AddOutcome.Added;
import java.util.List;
import org.shredzone.acme4j.challenge.Challenge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Challenge values that are at the API, until this is closed.
 *
 * <p>Should the JVM be told to end before that, the values are removed by a shutdown hook. Thread-safe.
 */
public final class Presentation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Presentation.class);

    private final Dns01SolverBuilder settings;
    private final OwnValues values;
    private final List<Added> added;
    private final List<ChallengeSite> sites;
    private final List<Challenge> challenges;
    private boolean reported;

    Presentation(
            Dns01SolverBuilder settings,
            OwnValues values,
            List<Added> added,
            List<ChallengeSite> sites,
            List<Challenge> challenges) {
        this.settings = settings;
        this.values = values;
        this.added = List.copyOf(added);
        this.sites = List.copyOf(sites);
        this.challenges = List.copyOf(challenges);
    }

    /**
     * Returns the challenges to trigger once {@link #awaitEverywhere} has returned.
     *
     * @return one for each authorization that was not valid yet, in order
     */
    public List<Challenge> challenges() {
        return challenges;
    }

    /**
     * Returns where the values are.
     *
     * @return one for each challenge, in order
     */
    public List<ChallengeSite> sites() {
        return sites;
    }

    /**
     * Waits until all authoritative servers show all values.
     *
     * @throws PropagationTimeoutException if they do not within the time of the policy, which covers all values
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public void awaitEverywhere() {
        Everywhere everywhere = new Everywhere(settings);
        added.forEach(value -> everywhere.expect(
                value.zone(), value.draft().name(), value.draft().data()));
        everywhere.await();
    }

    /**
     * Leaves the values where they are, for whoever needs them after this process: they are no longer this one's to remove, and
     * go out of the journal. {@link #cleanUp} and {@link #close} do nothing afterwards; after them, this does nothing.
     */
    public void keep() {
        values.keep();
    }

    /**
     * Removes exactly the values of this presentation. Does so whatever happened before, also on an interrupted thread, with a
     * time limit of its own; an interrupt is kept for afterwards. Done once: later calls return the first one's report.
     *
     * @return what is gone and what is not; what is not stays in the journal and is removed by {@link
     *     Dns01Solver#sweepLeftovers}
     */
    public CleanupReport cleanUp() {
        CleanupReport report = values.cleanUp();
        if (firstReport()) {
            report.left()
                    .forEach(left -> LOG.warn(
                            "a challenge value may be left at {}, and will be removed at the next start: {}",
                            left.name(),
                            left.reason()));
            settings.listener.cleanedUp(report);
        }
        return report;
    }

    /**
     * Does what {@link #cleanUp} does.
     *
     * @throws CleanupException if a value may be left; in a {@code try} block that fails by itself, Java adds it to that
     *     failure as suppressed
     */
    @Override
    public void close() {
        boolean first = !isReported();
        CleanupReport report = cleanUp();
        if (first && !report.complete()) {
            throw new CleanupException(report);
        }
    }

    private synchronized boolean firstReport() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    private synchronized boolean isReported() {
        return reported;
    }
}
