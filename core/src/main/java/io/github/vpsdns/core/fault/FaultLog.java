// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.fault;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs what went wrong where nothing can: the first of a kind with its stack trace, the same again as one line with its number. Of
 * many in a minute the second, the fourth, the eighth and so on are told. After a day a kind is told in full again, since logs are
 * thrown away.
 *
 * <p>Two faults are of one kind if the same class was thrown at the same line. Of more than {@value #MOST_KINDS} kinds those are
 * forgotten that were not heard of for longest.
 *
 * <p>Thread-safe.
 */
public final class FaultLog {
    /** The most kinds of faults that are told apart. */
    static final int MOST_KINDS = 100;

    private static final Duration IN_FULL = Duration.ofDays(1);
    private static final Duration IN_A_LINE = Duration.ofMinutes(1);

    private final Logger logger;
    private final Level level;
    private final Timekeeper time;
    private final Map<Object, Seen> kinds = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Seen> eldest) {
            return size() > MOST_KINDS;
        }
    };

    private static final class Seen {
        private final long tracedAt;
        private long toldAt;
        private long count = 1;

        private Seen(long now) {
            this.tracedAt = now;
            this.toldAt = now;
        }

        private boolean tells(long now) {
            count++;
            boolean told = Long.bitCount(count) == 1 || now - toldAt >= IN_A_LINE.toNanos();
            toldAt = told ? now : toldAt;
            return told;
        }
    }

    FaultLog(Logger logger, Level level, Timekeeper time) {
        this.logger = logger;
        this.level = level;
        this.time = time;
    }

    /**
     * Logs faults as errors.
     *
     * @param owner whose log it is
     * @return the log of its faults
     */
    public static FaultLog errors(Class<?> owner) {
        return new FaultLog(LoggerFactory.getLogger(owner), Level.ERROR, Timekeeper.system());
    }

    /**
     * Logs faults as warnings: those of somebody else's code.
     *
     * @param owner whose log it is
     * @return the log of its faults
     */
    public static FaultLog warnings(Class<?> owner) {
        return new FaultLog(LoggerFactory.getLogger(owner), Level.WARN, Timekeeper.system());
    }

    /**
     * Tells of a fault.
     *
     * @param what what failed, a clause without secrets
     * @param fault what was thrown
     */
    public void tell(String what, Throwable fault) {
        long count = noted(fault);
        if (count == 1) {
            logger.atLevel(level).setCause(fault).log("{}", what);
        } else if (count > 1) {
            logger.atLevel(level).log("{}, number {} since its stack trace: {}", what, count, oneLine(fault));
        }
    }

    /** How often it was seen since it was told in full; 0 if it is not told now. */
    private synchronized long noted(Throwable fault) {
        long now = time.nanoTime();
        Object kind = kind(fault);
        Seen seen = kinds.get(kind);
        if (seen == null || now - seen.tracedAt >= IN_FULL.toNanos()) {
            kinds.put(kind, new Seen(now));
            return 1;
        }
        return seen.tells(now) ? seen.count : 0;
    }

    /** By its innermost cause: what wraps it is thrown at the same line for everything. */
    private static Object kind(Throwable fault) {
        Throwable innermost = fault;
        for (int depth = 0; innermost.getCause() != null && depth < 20; depth++) {
            innermost = innermost.getCause();
        }
        StackTraceElement[] trace = innermost.getStackTrace();
        return List.of(innermost.getClass().getName(), trace.length == 0 ? "" : trace[0].toString());
    }

    private static String oneLine(Throwable fault) {
        return Objects.toString(fault, "").lines().reduce("", (all, line) -> all.isEmpty() ? line : all + " " + line);
    }
}
