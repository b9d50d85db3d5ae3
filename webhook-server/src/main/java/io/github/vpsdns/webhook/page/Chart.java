// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.store.HistoryBook.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The changes of a set over time, as a line that goes one step up with each: flat is calm, steep is restless. A mark at the foot stands
 * for each change. Drawn from left to right; whoever cannot see it is told the same in a sentence.
 */
final class Chart {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 88;
    private static final int FOOT = 10;
    private static final int HEAD = 6;

    private final List<Instant> times;
    private final Instant now;

    private Chart(List<Instant> times, Instant now) {
        this.times = times;
        this.now = now;
    }

    /** Draws changes, of which there is at least one. */
    static Html of(String label, List<Change> changes, Instant now) {
        List<Instant> times = new ArrayList<>(changes.stream()
                .map(Change::at)
                .map(at -> at.isAfter(now) ? now : at)
                .sorted()
                .toList());
        return new Chart(times, now).figure(label);
    }

    private Html figure(String label) {
        Html picture = Html.of("svg")
                .with("class", "chart")
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("preserveAspectRatio", "none")
                .with("role", "img")
                .with("aria-label", label + ": " + sentence())
                .has(path("area", outline() + "V" + (HEIGHT - FOOT) + "H0Z"), path("line", outline()));
        for (Instant time : times) {
            picture.has(path("mark", "M" + x(time) + " " + (HEIGHT - FOOT + 2) + "V" + HEIGHT));
        }
        Html axis = Html.of("div")
                .with("class", "axis")
                .has(Times.day(times.get(0)), Html.of("span").says("now"));
        return Html.of("figure").has(picture, axis, Html.of("figcaption").says(sentence()));
    }

    private String outline() {
        StringBuilder steps = new StringBuilder("M0 ").append(y(0));
        for (int i = 1; i < times.size(); i++) {
            steps.append('H').append(x(times.get(i))).append('V').append(y(i));
        }
        return steps.append('H').append(WIDTH).toString();
    }

    private String sentence() {
        Instant last = times.get(times.size() - 1);
        String same = "the last " + Times.length(Duration.between(last, now)) + " ago";
        if (times.size() == 1) {
            return "1 change, " + Times.length(Duration.between(last, now)) + " ago.";
        }
        Duration longest = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            longest = max(longest, Duration.between(times.get(i - 1), times.get(i)));
        }
        longest = max(longest, Duration.between(last, now));
        return times.size() + " changes in " + Times.length(Duration.between(times.get(0), now)) + ", " + same
                + "; the longest time without one was " + Times.length(longest) + ".";
    }

    private static Duration max(Duration one, Duration other) {
        return Comparator.<Duration>naturalOrder().compare(one, other) >= 0 ? one : other;
    }

    private static Html path(String style, String shape) {
        return Html.of("path").with("class", style).with("d", shape);
    }

    private String x(Instant time) {
        long whole = Math.max(1, Duration.between(times.get(0), now).toMillis());
        long part = Duration.between(times.get(0), time).toMillis();
        return number(WIDTH * (double) part / whole);
    }

    private String y(int step) {
        double room = HEIGHT - FOOT - HEAD;
        return number(HEIGHT - FOOT - room * (step + 1) / times.size());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
