// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.settings;

import io.github.vpsdns.core.InvalidValueException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything an agent is to do.
 *
 * @param interval how often sources that are not watched are read, and records compared with the API; 1 s to 30 days
 * @param watch how often sources on this machine are looked at; 100 ms to an hour, or zero for no oftener than the rest
 * @param records the names, each once; at least one
 * @param drift what to do about changes by others
 * @param withdrawOnStop whether the records are removed when the agent stops
 * @param verify whether the authoritative servers are asked after a change
 * @param parallelCalls how many API calls are made at once, 1 to 64
 */
public record AgentSettings(
        Duration interval,
        Duration watch,
        List<RecordRule> records,
        DriftPolicy drift,
        boolean withdrawOnStop,
        boolean verify,
        int parallelCalls) {
    /** Five minutes. */
    public static final Duration INTERVAL = Duration.ofMinutes(5);

    /** Two seconds. */
    public static final Duration WATCH = Duration.ofSeconds(2);

    /** Enough for many names, little enough for the API's limits. */
    public static final int PARALLEL_CALLS = 8;

    /**
     * Checks the numbers and the names.
     *
     * @throws InvalidValueException if one is out of range, there is no name or one is there twice
     */
    public AgentSettings {
        records = List.copyOf(records);
        require("interval", interval, Duration.ofSeconds(1), Duration.ofDays(30));
        if (!watch.isZero()) {
            require("watch", watch, Duration.ofMillis(100), Duration.ofHours(1));
        }
        if (parallelCalls < 1 || parallelCalls > 64) {
            throw new InvalidValueException(parallelCalls + " parallel calls are refused; expected 1 to 64");
        }
        if (records.isEmpty()) {
            throw new InvalidValueException("no records are given; expected at least one name");
        }
        Set<Object> names = new HashSet<>();
        records.stream()
                .map(RecordRule::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidValueException("'" + name + "' is there twice; expected each name once");
                });
    }

    /**
     * Takes the defaults.
     *
     * @param records the names
     * @return the settings
     */
    public static AgentSettings of(List<RecordRule> records) {
        return new AgentSettings(INTERVAL, WATCH, records, DriftPolicy.RESTORE, false, true, PARALLEL_CALLS);
    }

    private static void require(String what, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new InvalidValueException(what + ": " + value + " is refused; expected " + least + " to " + most);
        }
    }
}
