// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, with the exact one beside it. */
final class Times {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    /** Such as "3 minutes ago" or "in 2 days". */
    static Html relative(Instant at, Instant now) {
        Duration past = Duration.between(at, now);
        String words = past.abs().toSeconds() < 1
                ? "now"
                : past.isNegative() ? "in " + length(past.negated()) : length(past) + " ago";
        return time(at, words).with("title", exact(at));
    }

    /** Such as "5 Jan 2026, 14:03:00 UTC". */
    static Html absolute(Instant at) {
        return time(at, exact(at));
    }

    static Html day(Instant at) {
        return time(at, DAY.format(at));
    }

    static String exact(Instant at) {
        return EXACT.format(at);
    }

    /** Such as "3 minutes": one unit, rounded down. */
    static String length(Duration duration) {
        if (duration.toDays() >= 2) {
            return counted(duration.toDays(), "day");
        }
        if (duration.toHours() >= 2) {
            return counted(duration.toHours(), "hour");
        }
        return duration.toMinutes() >= 2
                ? counted(duration.toMinutes(), "minute")
                : counted(duration.toSeconds(), "second");
    }

    static String counted(long count, String noun) {
        return count + " " + (count == 1 ? noun : noun + "s");
    }

    private static Html time(Instant at, String words) {
        return Html.of("time").with("datetime", at.toString()).says(words);
    }
}
