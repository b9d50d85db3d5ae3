// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts how many voices are for each choice. A choice is one address, or all of a source's addresses where the rule wants all of
 * them.
 */
final class Tally {
    private final AddressRule rule;
    private final Map<SourceSpec, Heard> heard;
    private final Map<Set<InetAddress>, Set<Voice>> votes = new LinkedHashMap<>();

    /**
     * Counts.
     *
     * @param voices who speaks through each source
     * @param heard what was said, at least by some sources
     */
    Tally(AddressRule rule, Map<SourceSpec, Voice> voices, Map<SourceSpec, Heard> heard) {
        this.rule = rule;
        this.heard = heard;
        for (SourceSpec source : rule.sources()) {
            choices(source)
                    .forEach(choice -> votes.computeIfAbsent(choice, key -> new HashSet<>())
                            .add(requireNonNull(voices.get(source))));
        }
    }

    /** Tells whether enough voices may yet be for one choice, if those who were asked join in. */
    boolean isEnoughWith(Set<Voice> asked) {
        return Stream.concat(Stream.of(Set.<Voice>of()), votes.values().stream())
                .anyMatch(voices -> {
                    Set<Voice> together = new HashSet<>(asked);
                    together.addAll(voices);
                    return together.size() >= rule.agree();
                });
    }

    /**
     * Returns what enough voices are for.
     *
     * @param current what is taken first as long as enough voices are for it
     */
    Optional<Detection.Found> found(List<InetAddress> current) {
        return Stream.concat(currentChoices(current), rule.sources().stream().flatMap(this::choices))
                .filter(choice -> votes.getOrDefault(choice, Set.of()).size() >= rule.agree())
                .findFirst()
                .map(choice -> new Detection.Found(
                        choice.equals(new HashSet<>(current)) ? current : List.copyOf(choice),
                        supporters(choice).map(SourceSpec::toString).toList(),
                        supporters(choice).anyMatch(SourceSpec::isRemote)));
    }

    private Stream<Set<InetAddress>> currentChoices(List<InetAddress> current) {
        return rule.all()
                ? Stream.of(new LinkedHashSet<>(current))
                : current.stream().map(Set::of);
    }

    private Stream<Set<InetAddress>> choices(SourceSpec source) {
        Heard said = heard.get(source);
        if (said == null || said.accepted().isEmpty()) {
            return Stream.empty();
        }
        return rule.all()
                ? Stream.of(new LinkedHashSet<>(said.accepted()))
                : said.accepted().stream().map(Set::of);
    }

    private Stream<SourceSpec> supporters(Set<InetAddress> choice) {
        return rule.sources().stream()
                .distinct()
                .filter(source -> choices(source).anyMatch(choice::equals));
    }
}
