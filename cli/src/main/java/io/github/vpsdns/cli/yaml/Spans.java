// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them, such as {@code 5m}, {@code 1h30m} or {@code 500ms}. */
final class Spans {
    private static final Pattern FORM = Pattern.compile(
            "(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?");
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1000, 1};
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

    private Spans() {}

    static Optional<Duration> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        BigInteger millis = BigInteger.ZERO;
        for (int i = 0; i < MILLIS.length; i++) {
            String amount = parts.group(i + 1);
            if (amount != null) {
                millis = millis.add(new BigInteger(amount).multiply(BigInteger.valueOf(MILLIS[i])));
            }
        }
        return Optional.of(Duration.ofMillis(millis.longValueExact()));
    }

    static String text(Duration span) {
        long rest = span.toMillis();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MILLIS.length; i++) {
            if (rest >= MILLIS[i]) {
                text.append(rest / MILLIS[i]).append(UNITS[i]);
                rest %= MILLIS[i];
            }
        }
        return text.length() == 0 ? "0s" : text.toString();
    }
}
