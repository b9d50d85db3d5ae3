// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class DetectorTest {
    private static final SourceSpec A = SourceSpec.of("https://a.example/ip");
    private static final SourceSpec B = SourceSpec.of("https://b.example/ip");
    private static final SourceSpec C = SourceSpec.of("dns:google");
    private static final SourceSpec ETH0 = SourceSpec.of("interface:eth0");
    private static final SourceSpec COMMAND = SourceSpec.of("command:/usr/local/bin/address");
    private static final List<InetAddress> ONE = FakeSources.addresses("192.0.2.1");
    private static final List<InetAddress> NONE = List.of();
    private static final Detector.Limits LIMITS =
            new Detector.Limits(Duration.ofMillis(400), Duration.ofMillis(300), Duration.ofMillis(50));

    private final FakeSources sources = new FakeSources();
    private final Detector detector = TestDetectors.patient(sources, new ManualTime());

    @AfterEach
    void leavesNoThreadBehind() {
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("vpsdns-detect-")));
    }

    @Test
    void believesTheFirstSourceWhereOneIsEnough() {
        sources.says(A, "192.0.2.1").says(B, "192.0.2.2");
        assertThat(detector.detect(rule(1, A, B), Family.IPV4, NONE))
                .isEqualTo(new Detection.Found(ONE, List.of("https://a.example/ip"), true));
    }

    @Test
    void goesToTheNextSourceWhenOneFails() {
        sources.fails(A, "https://a.example/ip is out of order").says(B, "192.0.2.1");
        assertThat(detector.detect(rule(1, A, B), Family.IPV4, NONE))
                .isEqualTo(new Detection.Found(ONE, List.of("https://b.example/ip"), true));
    }

    @Test
    void losesNoTimeToADeadSource() {
        sources.hangs(A);
        sources.says(B, "192.0.2.1");
        assertThat(new Detector(sources, new ManualTime()).detect(rule(1, A, B), Family.IPV4, NONE))
                .isEqualTo(new Detection.Found(ONE, List.of("https://b.example/ip"), true));
    }

    @Test
    void breaksOffWhatIsNotNeededAnyMore() throws InterruptedException {
        CountDownLatch interrupted = sources.hangs(A);
        sources.says(B, "192.0.2.1");
        new Detector(sources, new ManualTime()).detect(rule(1, A, B), Family.IPV4, NONE);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void asksThoseWhoMustAgreeAtOnce() {
        CyclicBarrier together = new CyclicBarrier(2);
        FakeSources.Script script = (family, limit) -> {
            try {
                together.await(10, TimeUnit.SECONDS);
                return ONE;
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        };
        sources.does(A, script).does(B, script).fails(C, "not needed");
        assertThat(detector.detect(rule(2, A, B, C), Family.IPV4, NONE)).isInstanceOf(Detection.Found.class);
    }

    @Test
    void doesNotKnowWhomToBelieveWhenSourcesDisagree() {
        sources.says(A, "192.0.2.1").says(B, "192.0.2.2");
        assertThat(detector.detect(rule(2, A, B), Family.IPV4, NONE))
                .isEqualTo(new Detection.Unknown(
                        "fewer than 2 independent sources say the same IPv4 address: https://a.example/ip says"
                                + " 192.0.2.1; https://b.example/ip says 192.0.2.2",
                        Duration.ofMinutes(1)));
    }

    @Test
    void outlivesASourceThatBreaks() {
        sources.fails(A, new NullPointerException("a bug")).says(B, "192.0.2.1");
        assertThat(detector.detect(rule(1, A, B), Family.IPV4, NONE)).isInstanceOf(Detection.Found.class);
    }

    @Test
    void saysThatASourceBroke() {
        sources.fails(COMMAND, new NullPointerException("a bug"));
        assertThat(detector.detect(rule(1, COMMAND), Family.IPV4, NONE))
                .isEqualTo(new Detection.Unknown("command:/usr/local/bin/address failed (NullPointerException)", null));
    }

    @Test
    void takesSilenceForAFailure() {
        sources.says(COMMAND);
        assertThat(detector.detect(rule(1, COMMAND), Family.IPV4, NONE))
                .isEqualTo(new Detection.Unknown("command:/usr/local/bin/address says nothing", null));
    }

    @Test
    void givesEachSourceFiveSeconds() {
        sources.says(A, "192.0.2.1");
        detector.detect(rule(1, A), Family.IPV4, NONE);
        assertThat(sources.readings().get(0).limit()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void endsInTimeWhateverSourcesDo() {
        sources.hangs(A);
        sources.hangs(B);
        Detector impatient = TestDetectors.limited(sources, new ManualTime(), LIMITS);
        assertThat(impatient.detect(rule(1, A, B), Family.IPV4, NONE))
                .isEqualTo(new Detection.Unknown(
                        "no source has an IPv4 address to publish: https://a.example/ip has not answered in time;"
                                + " https://b.example/ip has not answered in time",
                        Duration.ofMinutes(1)));
    }

    @Test
    void looksAtWatchedSourcesInTheCallingThread() {
        sources.fails(ETH0, "interface:eth0 is down").says(SourceSpec.of("file:/run/wan"), "192.0.2.1");
        detector.detect(rule(1, ETH0, SourceSpec.of("file:/run/wan")), Family.IPV4, NONE);
        assertThat(sources.readings())
                .extracting(FakeSources.Read::thread)
                .containsExactly(
                        Thread.currentThread().getName(), Thread.currentThread().getName());
    }

    @Test
    void readsOthersInThreadsOfTheirOwn() {
        sources.says(COMMAND, "192.0.2.1");
        detector.detect(rule(1, COMMAND), Family.IPV4, NONE);
        assertThat(sources.readings())
                .extracting(FakeSources.Read::thread)
                .containsExactly("vpsdns-detect-command:/usr/local/bin/address-ipv4");
    }

    @Test
    void breaksOffEverythingOnAnInterrupt() throws InterruptedException {
        CountDownLatch one = sources.hangs(A);
        CountDownLatch other = sources.hangs(B);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch flagged = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                detector.detect(rule(2, A, B), Family.IPV4, NONE);
            } catch (CancelledException e) {
                thrown.set(e);
                if (Thread.currentThread().isInterrupted()) {
                    flagged.countDown();
                }
            }
        });
        caller.start();
        await().until(() -> sources.readings().size() == 2);
        caller.interrupt();
        caller.join(10_000);
        assertThat(thrown.get()).hasMessage("interrupted while reading the IPv4 address");
        assertThat(flagged.getCount()).isZero();
        assertThat(one.await(10, TimeUnit.SECONDS) && other.await(10, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void interruptsOfWatchedSourcesAreTheCallers() {
        sources.does(ETH0, (family, limit) -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(() -> detector.detect(rule(1, ETH0), Family.IPV4, NONE))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void glancesAreEqualWhileTheAddressesAre() {
        sources.says(ETH0, "192.0.2.1");
        Object before = detector.glance(rule(1, ETH0), Family.IPV4);
        sources.says(ETH0, "192.0.2.1", "172.17.0.1");
        assertThat(detector.glance(rule(1, ETH0), Family.IPV4)).isEqualTo(before);
    }

    @Test
    void glancesDifferOnceTheAddressesDo() {
        sources.says(ETH0, "192.0.2.1");
        Object before = detector.glance(rule(1, ETH0), Family.IPV4);
        sources.says(ETH0, "192.0.2.2");
        assertThat(detector.glance(rule(1, ETH0), Family.IPV4)).isNotEqualTo(before);
    }

    @Test
    void glancesDifferOnceASourceFails() {
        sources.says(ETH0, "192.0.2.1");
        Object before = detector.glance(rule(1, ETH0), Family.IPV4);
        sources.fails(ETH0, "interface:eth0 is down");
        assertThat(detector.glance(rule(1, ETH0), Family.IPV4)).isNotEqualTo(before);
    }

    @Test
    void glancesAtNothingThatIsNotWatched() {
        sources.says(ETH0, "192.0.2.1");
        detector.glance(rule(1, A, ETH0, COMMAND, SourceSpec.of("static:2001:db8::1")), Family.IPV4);
        assertThat(sources.reads()).containsExactly(ETH0);
    }

    @Test
    void glancesOnceAtASourceForAllRulesThatHaveIt() {
        sources.says(ETH0, "192.0.2.1", "172.17.0.1");
        BiFunction<AddressRule, Family, Object> glances = detector.glances();
        Object first = glances.apply(rule(1, ETH0), Family.IPV4);
        Object other = glances.apply(rule(1, ETH0, A), Family.IPV4);

        assertThat(first).isEqualTo(other).isEqualTo(glances.apply(rule(1, ETH0), Family.IPV6));
        assertThat(sources.readings()).extracting(FakeSources.Read::family).containsExactly(Family.IPV4, Family.IPV6);
    }

    @Test
    void glancesAnewEachTime() {
        sources.says(ETH0, "192.0.2.1");
        Object first = detector.glances().apply(rule(1, ETH0), Family.IPV4);

        assertThat(detector.glances().apply(rule(1, ETH0), Family.IPV4)).isEqualTo(first);
        assertThat(sources.readings()).hasSize(2);
    }

    @Test
    void tellsWhenTheNetworkCannotBeReadAsAValue() {
        Detector blind = TestDetectors.direct(sources, new ManualTime(), () -> {
            throw new SourceException("/proc/net/route is not there", null);
        });
        assertThat(blind.network()).isEqualTo(blind.network());
    }

    private static AddressRule rule(int agree, SourceSpec... specs) {
        return new AddressRule(List.of(specs), agree, 2, false, Set.of());
    }
}
