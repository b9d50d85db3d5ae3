// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Detector and damper together over a week, read every five minutes as an agent does. */
@Timeout(120)
final class SimulatedWeekTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration MOST_LAG = Duration.ofMinutes(10);
    private static final List<SourceSpec> SPECS = List.of(
            SourceSpec.of("https://a.example/ip"),
            SourceSpec.of("https://b.example/ip"),
            SourceSpec.of("dns:google"),
            SourceSpec.of("upnp"));

    /** An address that began to count. */
    private record Change(Duration at, InetAddress address) {}

    /** A source that was read. */
    private record Read(Duration at, SourceSpec source) {}

    private final ManualTime time = new ManualTime();
    private final FakeSources sources = new FakeSources();
    private final Detector detector = TestDetectors.direct(sources, time, List::of);
    private final List<Change> counted = new ArrayList<>();
    private final List<Read> reads = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void eachChangeCountsOnceAndSoonThoughSourcesFailLagAndErr(long seed) {
        NavigableMap<Duration, InetAddress> truth = changes(new SplittableRandom(seed));
        for (int number = 0; number < SPECS.size(); number++) {
            unreliable(number, seed, truth);
        }
        follow(new AddressRule(SPECS, 2, 2, false, Set.of()));
        assertThat(counted).extracting(Change::address).isEqualTo(List.copyOf(truth.values()));
        assertThat(counted)
                .allSatisfy(change -> assertThat(change.at().minus(truth.floorKey(change.at())))
                        .isLessThan(MOST_LAG.plus(INTERVAL.multipliedBy(3))));
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void noSourceIsReadSoonerThanItsPaceAllows(long seed) {
        NavigableMap<Duration, InetAddress> truth = changes(new SplittableRandom(seed));
        for (int number = 0; number < SPECS.size(); number++) {
            unreliable(number, seed, truth);
        }
        follow(new AddressRule(SPECS, 2, 2, false, Set.of()));
        assertThat(reads.stream().collect(Collectors.groupingBy(Read::source)))
                .hasSize(SPECS.size())
                .allSatisfy((source, times) -> assertThat(IntStream.range(1, times.size()))
                        .allSatisfy(i -> assertThat(
                                        times.get(i).at().minus(times.get(i - 1).at()))
                                .isGreaterThanOrEqualTo(source.pace())));
    }

    @Test
    void calmSourcesAreReadOnceEachIntervalAndThoseNotNeededNever() {
        SPECS.forEach(spec -> tells(spec, () -> Family.IPV4.parse("192.0.2.1")));
        follow(new AddressRule(SPECS, 2, 2, false, Set.of()));
        assertThat(reads.stream().collect(Collectors.groupingBy(Read::source, Collectors.counting())))
                .containsOnlyKeys(SPECS.get(0), SPECS.get(1))
                .allSatisfy((source, count) -> assertThat(count).isEqualTo(WEEK.dividedBy(INTERVAL)));
    }

    @Test
    void twoConnectionsThatTakeTurnsChangeNothing() {
        AtomicInteger turn = new AtomicInteger();
        SPECS.forEach(spec -> tells(spec, () -> address(turn.getAndIncrement() % 2)));
        follow(new AddressRule(SPECS, 1, 2, false, Set.of()));
        assertThat(counted).extracting(Change::address).containsExactly(address(0));
    }

    private void follow(AddressRule rule) {
        Damper damper = new Damper();
        List<InetAddress> counting = List.of();
        while (now().compareTo(WEEK) < 0) {
            Detection detection = detector.detect(rule, Family.IPV4, counting);
            Duration wait = INTERVAL;
            if (detection instanceof Detection.Unknown unknown) {
                wait = unknown.tryAfter() == null ? Duration.ofSeconds(5) : unknown.tryAfter();
            } else {
                Verdict verdict = damper.observe((Detection.Found) detection, rule, counting);
                if (verdict instanceof Verdict.Accepted accepted) {
                    counting = accepted.addresses();
                    counted.add(new Change(now(), counting.get(0)));
                } else if (verdict instanceof Verdict.Pending) {
                    wait = Duration.ZERO;
                }
            }
            time.advance(wait);
        }
    }

    /** The host's true addresses by the time they came; each stays for an hour to half a day. */
    private static NavigableMap<Duration, InetAddress> changes(SplittableRandom random) {
        NavigableMap<Duration, InetAddress> changes = new TreeMap<>();
        Duration at = Duration.ZERO;
        while (at.compareTo(WEEK.minusHours(1)) < 0) {
            changes.put(at, address(changes.size()));
            at = at.plusMinutes(random.nextInt(60, 720));
        }
        return changes;
    }

    /**
     * Lets a source fail now and then, say something of its own now and then, and be late with each change. All of it depends on the
     * time alone, so that it does not matter in which order threads run.
     */
    private void unreliable(int number, long seed, NavigableMap<Duration, InetAddress> truth) {
        SourceSpec spec = SPECS.get(number);
        tells(spec, () -> {
            Duration now = now();
            SplittableRandom mood = new SplittableRandom(seed * 31 + number + now.toNanos());
            Duration changed = truth.floorKey(now);
            Duration lag = Duration.ofSeconds(
                    new SplittableRandom(seed + number + changed.toNanos()).nextInt((int) MOST_LAG.toSeconds()));
            switch (mood.nextInt(8)) {
                case 0 -> throw new SourceException(spec + " is out of order", null);
                case 1 -> {
                    return Family.IPV4.parse("203.0.113." + number);
                }
                default -> {
                    Duration seen = now.minus(changed).compareTo(lag) < 0 ? truth.lowerKey(changed) : changed;
                    return truth.getOrDefault(seen == null ? changed : seen, address(0));
                }
            }
        });
    }

    private void tells(SourceSpec spec, Supplier<InetAddress> answer) {
        sources.does(spec, (family, limit) -> {
            reads.add(new Read(now(), spec));
            return List.of(answer.get());
        });
    }

    private Duration now() {
        return Duration.ofNanos(time.nanoTime());
    }

    private static InetAddress address(int number) {
        return Family.IPV4.parse("192.0.2." + (1 + number));
    }
}
