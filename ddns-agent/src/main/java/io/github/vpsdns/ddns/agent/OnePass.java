// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.WorkerThreads;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.PassReport;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.track.Readings;
import io.github.vpsdns.ddns.verify.Verifier;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.time.Duration;
import java.util.Random;

/**
 * Does once what an {@link Agent} does all the time: reads the addresses, makes the records right, and ends.
 *
 * <ul>
 *   <li>It goes by the same memory, and makes no call at all if that is younger than the interval and nothing has changed.
 *   <li>A failed call is not repeated, save by the client itself: the report tells of it, and a pause is kept in the memory for the
 *       next pass.
 *   <li>A change that must be read again to count is read again, if its sources may be asked within a minute; else it counts at once,
 *       because the next pass would be no wiser.
 * </ul>
 */
public final class OnePass {
    private OnePass() {}

    /**
     * How to do it.
     *
     * @param dryRun whether everything is read and nothing written
     * @param force whether all names are compared with the API, however young the memory, and pauses are ignored
     * @param withdraw whether the records are removed that are the agent's, instead of made right
     * @param verifyLimit how long to wait for the authoritative servers after a change; zero not to ask them
     */
    public record Options(boolean dryRun, boolean force, boolean withdraw, Duration verifyLimit) {}

    /**
     * Does one pass in the calling thread.
     *
     * @param settings what is to be done
     * @param api the way to the API
     * @param dns finds the authoritative servers that are asked after a change
     * @param memory what is known from before; stays the caller's to close
     * @param detector reads addresses
     * @param time the clock
     * @param options how to do it
     * @return what was done; failures are told there
     * @throws CancelledException if the thread is interrupted; what was done by then is kept in the memory, and the thread's interrupt
     *     flag is set again
     */
    public static PassReport run(
            AgentSettings settings,
            ApiAccess api,
            AuthoritativeDns dns,
            MemoryFile memory,
            Detector detector,
            Timekeeper time,
            Options options) {
        PassLog log = new PassLog(settings, time.nanoTime());
        Mailbox mailbox = new Mailbox();
        Workers workers = WorkerThreads.unbounded(mailbox, "vpsdns-ddns");
        Parts parts = new Parts(time, new Teller(log), new Random());
        boolean verify = settings.verify() && !options.verifyLimit().isZero();
        AgentLoop loop = new AgentLoop(
                mailbox,
                workers,
                parts,
                Readings.of(detector),
                api,
                book -> new Verifications(dns, verify ? options.verifyLimit() : Verifier.LIMIT, mailbox, parts, book),
                memory,
                once(settings, verify),
                options.dryRun());
        return new Pass(loop, mailbox, workers, time, options).run(log);
    }

    /** The same without looking at this machine again and again. */
    private static AgentSettings once(AgentSettings settings, boolean verify) {
        return new AgentSettings(
                settings.interval(),
                Duration.ZERO,
                settings.records(),
                settings.drift(),
                settings.withdrawOnStop(),
                verify,
                settings.parallelCalls());
    }
}
