// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadPoolExecutor;

/** The waits that are going on, one for each zone and family, each in a thread of its own while there is one free. Thread-safe. */
final class ZoneWaits {
    /** A wait is of one family, as the servers' progress is told by names alone. */
    private record Group(DomainName apex, Family family) {}

    private final Whereabouts whereabouts;
    private final Answerer answerer;
    private final OpenQuestions open;
    private final Duration limit;
    private final ThreadPoolExecutor threads;
    private final Map<Group, ZoneWait> running = new HashMap<>();

    ZoneWaits(Whereabouts whereabouts, Answerer answerer, OpenQuestions open, Duration limit, int parallel) {
        this.whereabouts = whereabouts;
        this.answerer = answerer;
        this.open = open;
        this.limit = limit;
        this.threads = Workers.create("vpsdns-verify-", parallel);
    }

    synchronized void join(DomainName apex, Question question) {
        Group group = new Group(apex, question.key().family());
        ZoneWait there = running.get(group);
        if (there != null) {
            there.add(question);
            return;
        }
        ZoneWait wait = new ZoneWait(apex, whereabouts, answerer, open, limit);
        wait.add(question);
        running.put(group, wait);
        threads.execute(() -> run(group, wait));
    }

    private void run(Group group, ZoneWait wait) {
        while (!isOver(group, wait)) {
            wait.round();
        }
    }

    private synchronized boolean isOver(Group group, ZoneWait wait) {
        boolean over = wait.isEmpty();
        if (over) {
            running.remove(group);
        }
        return over;
    }

    void close() {
        threads.shutdownNow();
    }
}
