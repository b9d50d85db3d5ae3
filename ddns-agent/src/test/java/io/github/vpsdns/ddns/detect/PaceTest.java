// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often sources are read, and by how many at once. */
@Timeout(30)
final class PaceTest {
    private static final SourceSpec A = SourceSpec.of("https://a.example/ip");
    private static final SourceSpec B = SourceSpec.of("https://b.example/ip");
    private static final SourceSpec GOOGLE = SourceSpec.of("dns:google");
    private static final SourceSpec OWN = SourceSpec.of("http://192.168.1.1/ip");
    private static final SourceSpec ETH0 = SourceSpec.of("interface:eth0");
    private static final List<InetAddress> NONE = List.of();

    private final ManualTime time = new ManualTime();
    private final FakeSources sources = new FakeSources();
    private final Detector detector = TestDetectors.patient(sources, time);

    @Test
    void asksNobodySoonerThanTheirPaceAllows() {
        sources.says(A, "192.0.2.1");
        detect(rule(1, A));
        time.advance(Duration.ofSeconds(59));
        assertThat(detect(rule(1, A)))
                .isEqualTo(new Detection.Unknown(
                        "https://a.example/ip may not be asked again yet", Duration.ofSeconds(1)));
        assertThat(sources.reads()).containsExactly(A);
    }

    @Test
    void asksAgainOnceThePaceAllows() {
        sources.says(A, "192.0.2.1");
        detect(rule(1, A));
        time.advance(Duration.ofSeconds(60));
        assertThat(detect(rule(1, A))).isInstanceOf(Detection.Found.class);
    }

    @Test
    void asksSourcesWithoutPaceAnyTime() {
        sources.says(OWN, "192.0.2.1");
        detect(rule(1, OWN));
        detect(rule(1, OWN));
        assertThat(sources.reads()).containsExactly(OWN, OWN);
    }

    @Test
    void asksOthersInsteadWhereTheyAreEnough() {
        sources.says(A, "192.0.2.1").says(B, "192.0.2.1");
        detect(rule(1, A, B));
        assertThat(detect(rule(1, A, B)))
                .isEqualTo(new Detection.Found(FakeSources.addresses("192.0.2.1"), List.of(B.toString()), true));
    }

    @Test
    void bothersNobodyWhereTheOthersAreNotEnough() {
        sources.says(A, "192.0.2.1").says(B, "192.0.2.1").says(GOOGLE, "192.0.2.1");
        detect(rule(2, A, B, GOOGLE));
        sources.reads();
        detect(rule(2, A, B, GOOGLE));
        assertThat(sources.reads()).isEmpty();
    }

    @Test
    void saysWhenEnoughMayBeAskedAgain() {
        sources.says(A, "192.0.2.1").says(GOOGLE, "192.0.2.1");
        detect(rule(2, A, GOOGLE));
        time.advance(Duration.ofSeconds(10));
        assertThat(detect(rule(2, A, GOOGLE)))
                .extracting(detection -> ((Detection.Unknown) detection).tryAfter())
                .isEqualTo(Duration.ofSeconds(50));
        assertThat(detect(rule(1, A, GOOGLE)))
                .extracting(detection -> ((Detection.Unknown) detection).tryAfter())
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void saysNoTimeWhereSomebodyMayBeAskedAtOnce() {
        sources.fails(ETH0, "interface:eth0 is down").fails(A, "https://a.example/ip is out of order");
        assertThat(detect(rule(1, ETH0, A)))
                .extracting(detection -> ((Detection.Unknown) detection).tryAfter())
                .isNull();
    }

    @Test
    void saysNoTimeWhereTooFewCouldEverAgree() {
        assertThat(detect(rule(2, A, SourceSpec.of("https://a.example/other"))))
                .extracting(detection -> ((Detection.Unknown) detection).tryAfter())
                .isNull();
    }

    @Test
    void countsThePaceOfEachFamily() {
        sources.does(A, (family, limit) -> FakeSources.addresses(family == Family.IPV4 ? "192.0.2.1" : "2001:db8::1"));
        detect(rule(1, A));
        assertThat(detector.detect(rule(1, A), Family.IPV6, NONE)).isInstanceOf(Detection.Found.class);
    }

    @Test
    void countsWhatWasBrokenOff() {
        sources.hangs(A);
        sources.says(B, "192.0.2.1");
        Detector hasty = new Detector(sources, time);
        hasty.detect(rule(1, A, B), Family.IPV4, NONE);
        time.advance(Duration.ofSeconds(30));
        assertThat(hasty.detect(rule(1, A), Family.IPV4, NONE)).isInstanceOf(Detection.Unknown.class);
        assertThat(sources.reads()).containsExactly(A, B);
    }

    static Stream<Throwable> failuresThatReachNobody() {
        return Stream.of(
                new UnknownHostException("a.example"),
                new ConnectException("Network is unreachable"),
                new SocketException("Network is unreachable"),
                new RuntimeException(new ConnectException("Connection refused")));
    }

    @ParameterizedTest
    @MethodSource("failuresThatReachNobody")
    void triesAgainSoonWhereNobodyWasReached(Throwable failure) {
        sources.fails(A, new SourceException("https://a.example/ip cannot be reached", failure));
        assertThat(detect(rule(1, A)))
                .isEqualTo(new Detection.Unknown("https://a.example/ip cannot be reached", Duration.ofSeconds(5)));
    }

    @Test
    void keepsThePaceWhereSomebodyWasReached() {
        sources.fails(A, new SourceException("https://a.example/ip is slow", new SocketTimeoutException("timeout")));
        assertThat(detect(rule(1, A)))
                .isEqualTo(new Detection.Unknown("https://a.example/ip is slow", Duration.ofMinutes(1)));
    }

    @Test
    void readsOnceForAllWhoWantToKnowAtOnce() {
        CountDownLatch go = new CountDownLatch(1);
        sources.does(A, (family, limit) -> {
            go.await();
            return FakeSources.addresses("192.0.2.1");
        });
        CompletableFuture<Detection> one = CompletableFuture.supplyAsync(() -> detect(rule(1, A)));
        CompletableFuture<Detection> other = CompletableFuture.supplyAsync(() -> detect(allowing(A)));
        await().until(() -> sources.readings().size() == 1);
        go.countDown();
        assertThat(one.join()).isEqualTo(other.join()).isInstanceOf(Detection.Found.class);
        assertThat(sources.reads()).containsExactly(A);
    }

    @Test
    void lendsAFreshAnswerToAnotherRule() {
        sources.says(A, "192.0.2.1");
        detect(rule(1, A));
        time.advance(Duration.ofSeconds(2));
        assertThat(detect(allowing(A))).isInstanceOf(Detection.Found.class);
        assertThat(sources.reads()).containsExactly(A);
    }

    @Test
    void takesNoAnswerForNewsTwice() {
        sources.says(A, "192.0.2.1");
        detect(rule(1, A));
        detect(allowing(A));
        assertThat(detect(allowing(A))).isInstanceOf(Detection.Unknown.class);
    }

    @Test
    void lendsNoOldAnswer() {
        sources.says(A, "192.0.2.1");
        detect(rule(1, A));
        time.advance(Duration.ofSeconds(3));
        assertThat(detect(allowing(A))).isInstanceOf(Detection.Unknown.class);
    }

    private Detection detect(AddressRule rule) {
        return detector.detect(rule, Family.IPV4, NONE);
    }

    private static AddressRule rule(int agree, SourceSpec... specs) {
        return new AddressRule(List.of(specs), agree, 2, false, Set.of());
    }

    /** Another rule with the same source. */
    private static AddressRule allowing(SourceSpec source) {
        return new AddressRule(List.of(source), 1, 2, false, Set.of(AddressKind.PRIVATE));
    }
}
