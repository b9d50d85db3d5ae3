// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.store.HistoryBook.Change;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void goesOneStepUpWithEachChange() {
        assertThat(chart(Duration.ofDays(4), Duration.ofDays(2)))
                .contains("class=\"line\" d=\"M0 42.0H300.0V6.0H600\"")
                .contains("class=\"mark\" d=\"M0.0 80V88\"", "class=\"mark\" d=\"M300.0 80V88\"");
    }

    @Test
    void saysTheSameInWords() {
        assertThat(chart(Duration.ofDays(10), Duration.ofDays(9), Duration.ofDays(2)))
                .contains(
                        "aria-label=\"IPv4: 3 changes in 10 days, the last 2 days ago; the longest time without one was 7 days.\"");
    }

    @Test
    void drawsASingleChange() {
        assertThat(chart(Duration.ofHours(5))).contains("d=\"M0 6.0H600\"").contains("1 change, 5 hours ago.");
    }

    @Test
    void takesChangesOfTheFutureForNow() {
        assertThat(chart(Duration.ofHours(4), Duration.ofHours(-1))).contains("H600.0V6.0H600");
    }

    @Test
    void drawsChangesOfOneMoment() {
        assertThat(chart(Duration.ZERO, Duration.ZERO))
                .contains("M0 42.0H0.0V6.0H600")
                .doesNotContain("NaN");
    }

    private static String chart(Duration... ago) {
        List<Change> changes = Stream.of(ago)
                .map(past -> new Change(
                        Samples.key("home.example.com", Family.IPV4),
                        Samples.NOW.minus(past),
                        Samples.addresses("203.0.113.7"),
                        "fritzbox",
                        "203.0.113.7"))
                .toList();
        return Chart.of("IPv4", changes, Samples.NOW).toString();
    }
}
