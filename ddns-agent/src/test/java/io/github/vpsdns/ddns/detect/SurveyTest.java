// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SurveyTest {
    private static final SourceSpec A = SourceSpec.of("https://a.example/ip");
    private static final SourceSpec B = SourceSpec.of("https://b.example/ip");
    private static final SourceSpec ETH0 = SourceSpec.of("interface:eth0");
    private static final Detector.Limits LIMITS =
            new Detector.Limits(Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofMillis(50));

    private final FakeSources sources = new FakeSources();
    private final Detector detector = TestDetectors.limited(sources, new ManualTime(), LIMITS);

    @Test
    void tellsOfEachSourceInOrderOfPreference() {
        sources.says(A, "192.0.2.1").says(ETH0, "192.168.1.2", "192.0.2.2").fails(B, "b.example is out of order");
        assertThat(survey(A, ETH0, B, SourceSpec.of("static:2001:db8::1")))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("took")
                .containsExactly(
                        report("https://a.example/ip", "192.0.2.1"),
                        new SourceReport(
                                "interface:eth0",
                                FakeSources.addresses("192.0.2.2"),
                                FakeSources.addresses("192.168.1.2"),
                                null,
                                Duration.ZERO),
                        failure("https://b.example/ip", "b.example is out of order"),
                        failure("static:2001:db8::1", "static:2001:db8::1 has no IPv4 address"));
    }

    @Test
    void asksEverySourceThoughTheFirstIsEnough() {
        sources.says(A, "192.0.2.1").says(B, "192.0.2.1");
        survey(A, B);
        assertThat(sources.reads()).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void keepsThePace() {
        sources.says(A, "192.0.2.1");
        survey(A);
        assertThat(survey(A))
                .containsExactly(failure("https://a.example/ip", "https://a.example/ip may not be asked again yet"));
    }

    @Test
    void waitsForNobodyLongerThanTheLimit() throws InterruptedException {
        CountDownLatch interrupted = sources.hangs(A);
        sources.says(B, "192.0.2.1");
        assertThat(survey(A, B))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("took")
                .containsExactly(
                        failure("https://a.example/ip", "https://a.example/ip has not answered in time"),
                        report("https://b.example/ip", "192.0.2.1"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leadsToTheAddressThatADetectionFinds() {
        sources.says(A, "192.0.2.1").says(ETH0, "192.168.1.2").says(B, "192.0.2.1");
        AddressRule rule = new AddressRule(List.of(A, ETH0, B), 2, 2, false, Set.of());
        assertThat(Detector.conclude(rule, Family.IPV4, detector.survey(rule, Family.IPV4)))
                .isEqualTo(new Detection.Found(
                        FakeSources.addresses("192.0.2.1"), List.of(A.toString(), B.toString()), true));
    }

    @Test
    void leadsToTheReasonThatADetectionHas() {
        sources.says(A, "192.0.2.1").says(B, "192.0.2.2");
        AddressRule rule = new AddressRule(List.of(A, B), 2, 2, false, Set.of());
        assertThat(Detector.conclude(rule, Family.IPV4, detector.survey(rule, Family.IPV4)))
                .isEqualTo(new Detection.Unknown(
                        "fewer than 2 independent sources say the same IPv4 address: https://a.example/ip says"
                                + " 192.0.2.1; https://b.example/ip says 192.0.2.2",
                        null));
    }

    private List<SourceReport> survey(SourceSpec... specs) {
        return detector.survey(AddressRule.of(specs), Family.IPV4);
    }

    private static SourceReport report(String source, String address) {
        return new SourceReport(source, FakeSources.addresses(address), List.of(), null, Duration.ZERO);
    }

    private static SourceReport failure(String source, String problem) {
        return new SourceReport(source, List.of(), List.of(), problem, Duration.ZERO);
    }
}
