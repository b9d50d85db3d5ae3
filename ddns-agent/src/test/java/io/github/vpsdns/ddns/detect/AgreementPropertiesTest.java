// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.RandomValues;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever sources say, in whatever order they answer. */
final class AgreementPropertiesTest {
    private static final int WORLDS = 700;
    private static final List<InetAddress> ADDRESSES =
            FakeSources.addresses("192.0.2.1", "192.0.2.2", "198.51.100.1", "192.168.1.2", "100.64.0.1", "127.0.0.1");

    /** Sources, what they would say, and what is wanted of them. */
    private record World(AddressRule rule, Map<SourceSpec, Answer> answers, List<InetAddress> current) {
        static World any(RandomValues random) {
            List<SourceSpec> sources = IntStream.rangeClosed(0, random.below(6))
                    .mapToObj(number -> source(number, random))
                    .toList();
            Set<AddressKind> allowed = random.below(3) == 0 ? Set.of(AddressKind.PRIVATE) : Set.of();
            int agree = 1 + random.below(sources.size());
            Map<SourceSpec, Answer> answers = new HashMap<>();
            sources.forEach(source -> answers.put(source, answer(source, random)));
            return new World(
                    new AddressRule(sources, agree, 2, random.below(3) == 0, allowed),
                    answers,
                    some(random, random.below(3)));
        }

        private static SourceSpec source(int number, RandomValues random) {
            return switch (random.below(4)) {
                case 0 -> SourceSpec.of("https://host" + random.below(3) + ".example/" + number);
                case 1 -> SourceSpec.of("interface:eth" + number);
                case 2 -> SourceSpec.of("http://10.0.0.1/" + number);
                default -> SourceSpec.of("https://host" + number + ".example/");
            };
        }

        private static Answer answer(SourceSpec source, RandomValues random) {
            return random.below(4) == 0
                    ? new Answer.Failed(source + " is out of order", true)
                    : new Answer.Said(some(random, 1 + random.below(3)));
        }

        private static List<InetAddress> some(RandomValues random, int count) {
            Set<InetAddress> some = new HashSet<>();
            while (some.size() < count) {
                some.add(random.oneOf(ADDRESSES));
            }
            return List.copyOf(some);
        }

        /** Says the same as the rule's Javadoc, in another way than the code. */
        List<InetAddress> acceptedOf(SourceSpec source) {
            return answers.get(source) instanceof Answer.Said said
                    ? said.addresses().stream()
                            .filter(address -> rule.accepts(AddressKind.of(address)))
                            .toList()
                    : List.of();
        }

        Set<String> voicesFor(List<InetAddress> addresses) {
            return rule.sources().stream()
                    .filter(source -> rule.all()
                            ? new HashSet<>(acceptedOf(source)).equals(new HashSet<>(addresses))
                            : acceptedOf(source).containsAll(addresses))
                    .map(source -> source instanceof SourceSpec.Web web
                                    && !web.url().getHost().equals("10.0.0.1")
                            ? web.url().getHost()
                            : source.toString())
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsFoundWasSaidByEnoughAndMayBePublished(long seed) {
        RandomValues random = new RandomValues(seed);
        int found = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = World.any(random);
            Optional<Detection.Found> result = play(world, random).found();
            found += result.isPresent() ? 1 : 0;
            result.ifPresent(finding -> assertThat(world)
                    .satisfies(it -> assertThat(it.voicesFor(finding.addresses()))
                            .hasSizeGreaterThanOrEqualTo(it.rule().agree()))
                    .satisfies(it -> assertThat(finding.addresses())
                            .isNotEmpty()
                            .doesNotHaveDuplicates()
                            .allMatch(address -> it.rule().accepts(AddressKind.of(address))))
                    .satisfies(it -> assertThat(finding.addresses())
                            .hasSizeLessThanOrEqualTo(it.rule().all() ? ADDRESSES.size() : 1)));
        }
        assertThat(found).isBetween(WORLDS / 10, WORLDS * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void nothingIsOverlookedWhereEverySourceSpeaksForItself(long seed) {
        RandomValues random = new RandomValues(seed);
        int unknown = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = World.any(random);
            if (world.rule().sources().stream().map(Voice::of).distinct().count()
                            == world.rule().sources().size()
                    && play(world, random).found().isEmpty()) {
                unknown++;
                assertThat(world.rule().sources())
                        .flatExtracting(world::acceptedOf)
                        .noneMatch(address -> world.voicesFor(List.of(address)).size()
                                        >= world.rule().agree()
                                && !world.rule().all());
                assertThat(world.rule().sources())
                        .noneMatch(source -> !world.acceptedOf(source).isEmpty()
                                && world.voicesFor(world.acceptedOf(source)).size()
                                        >= world.rule().agree());
            }
        }
        assertThat(unknown).isGreaterThan(WORLDS / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void nobodyIsAskedTwice(long seed) {
        RandomValues random = new RandomValues(seed);
        for (int i = 0; i < WORLDS; i++) {
            World world = World.any(random);
            List<SourceSpec> asked = new ArrayList<>();
            play(world, random, asked);
            assertThat(asked).doesNotHaveDuplicates();
        }
    }

    private static Round play(World world, RandomValues random) {
        return play(world, random, new ArrayList<>());
    }

    /** Lets sources answer in any order, early or late, until the round is over. */
    private static Round play(World world, RandomValues random, List<SourceSpec> asked) {
        Round round = new Round(world.rule(), Family.IPV4, world.current(), source -> true);
        List<SourceSpec> unanswered = new ArrayList<>();
        while (true) {
            Optional<SourceSpec> next = round.next();
            if (next.isPresent()) {
                unanswered.add(next.get());
                asked.add(next.get());
            } else if (round.isOver()) {
                return round;
            } else if (random.below(4) == 0) {
                round.hurry();
            } else {
                SourceSpec source = unanswered.remove(random.below(unanswered.size()));
                round.hear(source, world.answers().get(source));
            }
        }
    }
}
