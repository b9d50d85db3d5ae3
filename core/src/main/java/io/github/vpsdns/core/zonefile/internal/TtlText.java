// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as zone files write them: seconds, or with units as BIND reads them, such as {@code 1h30m}. */
public final class TtlText {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern UNITS = Pattern.compile("(?:[0-9]{1,10}[wdhms])+", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile("([0-9]+)([wdhms])");

    private TtlText() {}

    public static boolean looksLike(Word word) {
        return !word.quoted()
                && (SECONDS.matcher(word.text()).matches()
                        || UNITS.matcher(word.text()).matches());
    }

    /** Returns 0 to 2147483647; zero can be written in a file, but a record of the API cannot have it. */
    public static int read(Word word) {
        if (!looksLike(word)) {
            throw new InvalidValueException(
                    word.shown() + " is not a time; expected seconds such as 3600, or units such as 1h30m");
        }
        long seconds = seconds(word.text().toLowerCase(Locale.ROOT));
        if (seconds > Integer.MAX_VALUE) {
            throw new InvalidValueException(word.shown() + " is too long a time; expected at most 2147483647 seconds");
        }
        return (int) seconds;
    }

    private static long seconds(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        long sum = 0;
        Matcher parts = UNIT.matcher(text);
        while (parts.find()) {
            // Ten digits times a week fit, and so do a million such parts.
            sum += Long.parseLong(parts.group(1)) * factor(parts.group(2).charAt(0));
            if (sum > Integer.MAX_VALUE) {
                return sum;
            }
        }
        return sum;
    }

    private static long factor(char unit) {
        return switch (unit) {
            case 'w' -> 7 * 24 * 3600;
            case 'd' -> 24 * 3600;
            case 'h' -> 3600;
            case 'm' -> 60;
            default -> 1;
        };
    }
}
