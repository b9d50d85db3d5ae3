// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.RenewalLoop;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether the service does its work: the loop goes round, and no certificate is without the time that renewal takes. A renewal
 * that failed is no matter yet. Thread-safe.
 */
record ServiceHealth(RenewalLoop loop, Timekeeper time, Instant started) implements Supplier<List<String>> {
    /** A round with several renewals takes long where name servers are slow. */
    private static final Duration LONGEST_ROUND = Duration.ofHours(2);

    @Override
    public List<String> get() {
        Instant now = time.now();
        List<String> problems = new ArrayList<>();
        Instant last = loop.lastRound().orElse(started);
        if (last.plus(LONGEST_ROUND).isBefore(now)) {
            problems.add("not all certificates have been looked after since " + PlanWords.time(last));
        }
        loop.status()
                .forEach(status ->
                        Alarm.expiry(status, now).ifPresent(problem -> problems.add(status.name() + ": " + problem)));
        return problems;
    }
}
