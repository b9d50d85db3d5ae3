// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.service;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides whether something that happens again and again is worth saying again: after an hour, then after twice as long each time, up
 * to a day. Things that take turns are each said once. What was quiet for two hours is another matter. Of more than a thousand subjects
 * those are forgotten that were not heard of for longest. Guarded by itself.
 */
public final class Repeats {
    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Longer than anything waits before it is tried again. */
    private static final Duration QUIET = Duration.ofHours(2);

    /** Beyond it, what is new of a subject counts as one thing. */
    private static final int MOST_KINDS = 8;

    /** Subjects may be made up by others. */
    private static final int MOST_SUBJECTS = 1000;

    private static final class Said {
        private long at;
        private long heard;
        private Duration pause;
        private int leftOut;

        private Said(long at) {
            this.at = at;
            this.heard = at;
            this.pause = FIRST;
        }
    }

    private final Timekeeper time;
    private final Map<Object, Map<Object, Said>> subjects = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Map<Object, Said>> eldest) {
            return size() > MOST_SUBJECTS;
        }
    };

    /**
     * Begins to take note.
     *
     * @param time the clock
     */
    public Repeats(Timekeeper time) {
        this.time = time;
    }

    /**
     * Takes note of something.
     *
     * @param subject what it is about
     * @param kind what is equal when it is the same again
     * @return how often it was left out since it was said last, or -1 if it is to be left out now
     */
    public synchronized int leftOut(Object subject, Object kind) {
        Map<Object, Said> kinds = subjects.computeIfAbsent(subject, none -> new HashMap<>());
        Object counted = kinds.containsKey(kind) || kinds.size() < MOST_KINDS ? kind : "others";
        long now = time.nanoTime();
        Said said = kinds.get(counted);
        if (said == null || now - said.heard >= QUIET.toNanos()) {
            kinds.put(counted, new Said(now));
            return said == null ? 0 : said.leftOut;
        }
        said.heard = now;
        if (now - said.at < said.pause.toNanos()) {
            said.leftOut++;
            return -1;
        }
        int leftOut = said.leftOut;
        said.at = now;
        said.leftOut = 0;
        said.pause = said.pause.multipliedBy(2).compareTo(LONGEST) < 0 ? said.pause.multipliedBy(2) : LONGEST;
        return leftOut;
    }

    /**
     * Forgets a subject: it is another matter when it comes again.
     *
     * @param subject what it was about
     */
    public synchronized void over(Object subject) {
        subjects.remove(subject);
    }
}
