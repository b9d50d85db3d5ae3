// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.sandbox.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private final ManualClock clock = new ManualClock();
    private final Faults faults = new Faults(clock);

    private boolean strikes(String method, String path) {
        return !faults.take(method, path).isEmpty();
    }

    @Test
    void faultStrikesOnceUnlessToldOtherwise() {
        faults.add(Fault.drop());

        assertThat(strikes("GET", "/a/")).isTrue();
        assertThat(strikes("GET", "/a/")).isFalse();
    }

    @Test
    void faultSkipsThenStrikesThenIsSpent() {
        faults.add(Fault.drop().skip(1).times(2));

        assertThat(strikes("GET", "/a/")).isFalse();
        assertThat(strikes("GET", "/a/")).isTrue();
        assertThat(strikes("GET", "/a/")).isTrue();
        assertThat(strikes("GET", "/a/")).isFalse();
    }

    @Test
    void callsOfAnotherKindDoNotCount() {
        faults.add(Fault.drop().on("POST", "/dns-zones/*/records/").skip(1));

        strikes("GET", "/dns-zones/x/records/");
        strikes("POST", "/dns-zones/");

        assertThat(strikes("POST", "/dns-zones/x/records/")).isFalse();
        assertThat(strikes("POST", "/dns-zones/x/records/")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/dns-zones/,           /dns-zones/,           true",
        "/dns-zones/,           /dns-zones/x/,         false",
        "/dns-zones/*/,         /dns-zones/x/,         true",
        "/dns-zones/*/,         /dns-zones/x/records/, false",
        "/dns-zones/*/records/, /dns-zones/x/records/, true",
        "/dns-zones/**,         /dns-zones/x/records/, true",
        "**,                    /anything,             true",
        "/a.c/,                 /abc/,                 false",
    })
    void starIsOneSegmentAndTwoStarsAreAny(String pattern, String path, boolean met) {
        faults.add(Fault.drop().on("*", pattern));

        assertThat(strikes("GET", path)).isEqualTo(met);
    }

    @Test
    void delaysComeAlongWithWhatEndsTheCall() {
        faults.add(Fault.delay(Duration.ofSeconds(1)));
        faults.add(Fault.status(500));
        faults.add(Fault.drop());

        assertThat(faults.take("GET", "/a/"))
                .extracting(f -> f.action().getClass().getSimpleName())
                .containsExactly("Delay", "Status");
        assertThat(faults.take("GET", "/a/"))
                .extracting(f -> f.action().getClass().getSimpleName())
                .containsExactly("Drop");
    }

    @Test
    void rateLimitForgetsAfterItsWindow() {
        faults.add(Fault.rateLimit(1, Duration.ofSeconds(10)));

        assertThat(strikes("GET", "/a/")).isFalse();
        assertThat(strikes("GET", "/a/")).isTrue();
        clock.advance(Duration.ofSeconds(9));
        assertThat(strikes("GET", "/a/")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(strikes("GET", "/a/")).isFalse();
    }

    @Test
    void waitIsRoundedUpToWholeSeconds() {
        faults.add(Fault.rateLimit(0, Duration.ofSeconds(10)));
        faults.take("GET", "/a/");
        clock.advance(Duration.ofMillis(9_400));

        FaultAction.Status throttled =
                (FaultAction.Status) faults.take("GET", "/a/").get(0).action();

        assertThat(throttled.headers()).containsEntry("Retry-After", "1");
        assertThat(throttled.body()).contains("Expected available in 1 second.");
    }

    @Test
    void scriptTellsHowFarEachFaultHasCome() {
        faults.add(Fault.drop().skip(1).times(2));
        strikes("GET", "/a/");
        strikes("GET", "/a/");

        assertThat(faults.script())
                .extracting(ScriptedFault::matched, ScriptedFault::struck)
                .containsExactly(tuple(2, 1));
    }

    @Test
    void removedFaultStrikesNoMore() {
        long id = faults.add(Fault.drop().always());

        assertThat(faults.remove(id)).isTrue();
        assertThat(strikes("GET", "/a/")).isFalse();
        assertThat(faults.remove(id)).isFalse();
    }

    @Test
    void clearedScriptIsEmpty() {
        faults.add(Fault.drop().always());

        faults.clear();

        assertThat(faults.script()).isEmpty();
    }

    @Test
    void faultThatCanNeverStrikeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.drop().times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.drop().skip(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.drop().on("GET", "dns-zones/"));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.rateLimit(1, Duration.ZERO));
    }
}
