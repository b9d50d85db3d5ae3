// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides whom to ask next, and when enough is known. Knows neither threads nor time.
 *
 * <p>At any time so many sources have been asked that they could bring enough voices together, one more whenever it takes long. A voice
 * that has told an accepted address is not asked again by another page.
 */
final class Round {
    private final AddressRule rule;
    private final Family family;
    private final List<InetAddress> current;
    private final Map<SourceSpec, Voice> voices;
    private final Set<SourceSpec> held;
    private final Set<SourceSpec> open;
    private final Set<SourceSpec> asked = new LinkedHashSet<>();
    private final Map<SourceSpec, Heard> heard = new HashMap<>();
    private boolean another;

    /**
     * Begins.
     *
     * @param ready which sources may be asked
     */
    Round(AddressRule rule, Family family, List<InetAddress> current, Predicate<SourceSpec> ready) {
        this.rule = rule;
        this.family = family;
        this.current = current;
        voices = rule.sources().stream().distinct().collect(Collectors.toMap(source -> source, Voice::of));
        held = rule.sources().stream().filter(ready.negate()).collect(Collectors.toSet());
        open = rule.sources().stream()
                .filter(source -> knows(source, family) && !held.contains(source))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (voices(open).size() < rule.agree()) {
            // Asking would be for nothing.
            open.clear();
        }
    }

    static boolean knows(SourceSpec source, Family family) {
        return source.onlyFamily().map(family::equals).orElse(true);
    }

    /** Returns a source that is to be asked now, which then counts as asked. */
    Optional<SourceSpec> next() {
        Tally tally = tally();
        Set<Voice> silent = voices(unanswered());
        Optional<SourceSpec> next = Optional.empty();
        if (tally.found(current).isEmpty() && (another || !tally.isEnoughWith(silent))) {
            Set<Voice> told = voices(heard.entrySet().stream()
                    .filter(one -> one.getValue().problem() == null)
                    .map(Map.Entry::getKey)
                    .toList());
            next = firstOpen(voice -> !told.contains(voice) && !silent.contains(voice));
            if (next.isEmpty() && another) {
                next = firstOpen(voice -> !told.contains(voice));
            }
            another = false;
        }
        next.ifPresent(source -> {
            open.remove(source);
            asked.add(source);
        });
        return next;
    }

    /** It takes long: one more source is to be asked. */
    void hurry() {
        another = true;
    }

    void hear(SourceSpec source, Answer answer) {
        hear(source, Heard.of(source, answer, rule));
    }

    void hear(SourceSpec source, Heard said) {
        heard.put(source, said);
    }

    /** Tells whether nothing is left to wait for, once {@link #next} has nobody to ask. */
    boolean isOver() {
        return tally().found(current).isPresent() || unanswered().isEmpty();
    }

    Optional<Detection.Found> found() {
        return tally().found(current);
    }

    /** Returns why nothing was found: who said what. */
    String reason() {
        List<SourceSpec> sources = rule.sources().stream().distinct().toList();
        String clauses = sources.stream().map(this::clause).collect(Collectors.joining("; "));
        long able = sources.stream()
                .filter(source -> knows(source, family))
                .map(this::voiceOf)
                .distinct()
                .count();
        if (able < rule.agree()) {
            return "only " + able + " independent source" + (able == 1 ? "" : "s") + " of " + family
                    + " addresses where " + rule.agree() + " must agree: " + clauses;
        }
        if (rule.agree() > 1) {
            return "fewer than " + rule.agree() + " independent sources say the same " + family + " address: "
                    + clauses;
        }
        return sources.size() == 1 ? clauses : "no source has an " + family + " address to publish: " + clauses;
    }

    private String clause(SourceSpec source) {
        Heard said = heard.get(source);
        if (said != null) {
            return said.problem() != null ? said.problem() : source + " says " + Heard.texts(said.accepted());
        }
        if (asked.contains(source)) {
            return source + " has not answered in time";
        }
        if (!knows(source, family)) {
            return source + " has no " + family + " address";
        }
        return source + (held.contains(source) ? " may not be asked again yet" : " was not asked");
    }

    private Tally tally() {
        return new Tally(rule, voices, heard);
    }

    private List<SourceSpec> unanswered() {
        return asked.stream().filter(source -> !heard.containsKey(source)).toList();
    }

    private Optional<SourceSpec> firstOpen(Predicate<Voice> which) {
        return open.stream().filter(source -> which.test(voiceOf(source))).findFirst();
    }

    private Set<Voice> voices(Collection<SourceSpec> sources) {
        return sources.stream().map(this::voiceOf).collect(Collectors.toSet());
    }

    private Voice voiceOf(SourceSpec source) {
        return requireNonNull(voices.get(source));
    }
}
