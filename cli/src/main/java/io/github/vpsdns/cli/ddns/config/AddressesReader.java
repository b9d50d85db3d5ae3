// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.detect.Sources;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how addresses are found, for each family. */
final class AddressesReader {
    private static final String FILE = "file:";
    private static final int MOST_SOURCES = 20;
    private static final Scalar<AddressKind> KIND = Scalar.word(
            List.of(
                    AddressKind.PRIVATE,
                    AddressKind.CGNAT,
                    AddressKind.ULA,
                    AddressKind.LINK_LOCAL,
                    AddressKind.LOOPBACK,
                    AddressKind.RESERVED),
            AddressKind::word);

    private final Scalar<SourceSpec> source;

    AddressesReader(Surroundings surroundings) {
        this.source = Scalar.text(2000, "a source of addresses such as interface:eth0")
                .to(text -> SourceSpec.of(absolute(text, surroundings)));
    }

    Map<Family, AddressRule> read(YamlValue value) {
        Map<Family, AddressRule> rules = new EnumMap<>(Family.class);
        Optional<YamlMap> families = value.map(Family.IPV4.word(), Family.IPV6.word());
        for (Family family : Family.values()) {
            families.flatMap(map -> map.get(family.word()))
                    .flatMap(rule -> rule(family, rule))
                    .ifPresent(rule -> rules.put(family, rule));
        }
        return rules;
    }

    private Optional<AddressRule> rule(Family family, YamlValue value) {
        if (!value.isMap()) {
            List<SourceSpec> sources = sources(family, value);
            return sources.isEmpty()
                    ? Optional.empty()
                    : Optional.of(AddressRule.of(sources.toArray(SourceSpec[]::new)));
        }
        return value.map("sources", "agree", "confirm", "all", "allow").flatMap(map -> rule(family, map));
    }

    private Optional<AddressRule> rule(Family family, YamlMap map) {
        Optional<YamlValue> given = map.get("sources");
        if (given.isEmpty()) {
            map.whole().wrong("there are no sources; expected the key sources with at least one");
        }
        List<SourceSpec> sources = given.map(value -> sources(family, value)).orElse(List.of());
        int confirm = map.read("confirm", Scalar.number(1, 10, "readings")).orElse(AddressRule.CONFIRM);
        boolean all = map.read("all", Scalar.bool()).orElse(false);
        Set<AddressKind> allow = map.get("allow").map(AddressesReader::kinds).orElse(Set.of());
        int agree = map.read("agree", Scalar.number(1, MOST_SOURCES, "sources")).orElse(1);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        int independent = Sources.independent(sources);
        if (agree > independent) {
            map.get("agree")
                    .ifPresent(value -> value.wrong(agree + " sources cannot agree, because there "
                            + (independent == 1 ? "is one" : "are " + independent)
                            + (independent < sources.size() ? " (pages of one host count once)" : "")
                            + "; expected 1 to "
                            + independent));
            return Optional.empty();
        }
        return Optional.of(new AddressRule(sources, agree, confirm, all, allow));
    }

    private List<SourceSpec> sources(Family family, YamlValue value) {
        Set<SourceSpec> seen = new HashSet<>();
        return value.oneOrMore(MOST_SOURCES, "sources").stream()
                .flatMap(each -> each.read(source.to(spec -> ofFamily(spec, family, seen))).stream())
                .toList();
    }

    private static SourceSpec ofFamily(SourceSpec spec, Family family, Set<SourceSpec> seen) {
        if (spec.onlyFamily().filter(only -> only != family).isPresent()) {
            throw new InvalidValueException(spec + " never has an " + family + " address; expected another source");
        }
        if (!seen.add(spec)) {
            throw new InvalidValueException(spec + " is there twice; expected each source once");
        }
        return spec;
    }

    private static Set<AddressKind> kinds(YamlValue value) {
        return value.oneOrMore(AddressKind.values().length, "kinds of addresses").stream()
                .flatMap(kind -> kind.read(KIND).stream())
                .collect(Collectors.toSet());
    }

    private static String absolute(String source, Surroundings surroundings) {
        return source.startsWith(FILE) && source.length() > FILE.length()
                ? FILE + surroundings.resolve(source.substring(FILE.length()))
                : source;
    }
}
