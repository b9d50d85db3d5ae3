// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.schedule.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A plan in words. */
final class PlanWords {
    private PlanWords() {}

    /** Returns the word for programs, such as {@code no-certificate}. */
    static String word(Plan plan) {
        return plan.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns why, as the end of a sentence. */
    static String why(Plan plan) {
        return why(word(plan), plan.held());
    }

    /** Returns why, as the end of a sentence. */
    static String why(String word, boolean held) {
        String reason = switch (word) {
            case "no-certificate" -> "there is no certificate yet";
            case "expired" -> "it has expired";
            case "emergency" -> "a twentieth of its lifetime is left then";
            case "ari" -> "the CA suggests that time";
            case "lifetime" -> "its lifetime nears its end then";
            case "changed" -> "something else is wanted than what is there";
            default -> "that was asked for";
        };
        return held ? reason + " (put off after a failure)" : reason;
    }

    /** Returns when, as the end of a sentence. */
    static String when(Plan plan, Instant now) {
        return plan.isDue(now) ? "now" : time(plan.at());
    }

    /** Returns a time to the second. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
