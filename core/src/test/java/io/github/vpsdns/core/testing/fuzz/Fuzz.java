// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing.fuzz;

import java.time.Duration;
import java.util.Random;

/**
 * Rounds of a test with random input. With {@code -Dfuzz.seconds=N} a test goes on for so long with new seeds, with {@code
 * -Dfuzz.seed=N} it makes that one round alone.
 */
public final class Fuzz {
    private Fuzz() {}

    /** A round. */
    @FunctionalInterface
    public interface Round {
        /** Runs it; throws whatever is wrong. */
        void run(Random random) throws Exception;
    }

    /**
     * Makes rounds until one fails, which is told with its seed.
     *
     * @param count how many, with the same seeds each time
     * @param round what to do
     */
    public static void rounds(int count, Round round) {
        Long only = Long.getLong("fuzz.seed");
        if (only != null) {
            round(only, round);
            return;
        }
        for (long seed = 1; seed <= count; seed++) {
            round(seed, round);
        }
        long seconds = Long.getLong("fuzz.seconds", 0);
        Random seeds = new Random();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < Duration.ofSeconds(seconds).toNanos()) {
            round(seeds.nextLong(), round);
        }
    }

    private static void round(long seed, Round round) {
        try {
            round.run(new Random(seed));
        } catch (Exception | Error e) {
            throw new AssertionError("with -Dfuzz.seed=" + seed + ": " + e, e);
        }
    }
}
