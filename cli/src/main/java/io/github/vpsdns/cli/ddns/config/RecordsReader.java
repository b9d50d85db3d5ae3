// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.RecordRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads which names follow which addresses. Used once. */
final class RecordsReader {
    private static final int MOST = 10_000;
    private static final Scalar<DomainName> NAME =
            Scalar.text(1000, "a full name such as home.example.com").to(RecordsReader::name);
    private static final Scalar<HostPart> HOST =
            Scalar.text(60, "a host part such as \"::1:2:3:4\"").to(HostPart::of);
    private static final Scalar<Family> FAMILY = Scalar.word(List.of(Family.values()), Family::word);

    private final Map<Family, AddressRule> usual;
    private final boolean usualGiven;
    private final Ttl usualTtl;
    private final AddressesReader own;
    private final Set<DomainName> seen = new HashSet<>();

    /**
     * @param usualGiven whether there are addresses for all names, though perhaps with mistakes, so that those who rely on them
     *     are not complained of as well
     */
    RecordsReader(Map<Family, AddressRule> usual, boolean usualGiven, Ttl usualTtl, Surroundings surroundings) {
        this.usual = usual;
        this.usualGiven = usualGiven;
        this.usualTtl = usualTtl;
        this.own = new AddressesReader(surroundings);
    }

    List<RecordRule> read(YamlMap top) {
        Optional<YamlValue> records = top.get("records");
        if (records.isEmpty()) {
            top.whole().wrong("there are no records; expected the key records with a list of names");
            return List.of();
        }
        List<RecordRule> rules = new ArrayList<>();
        for (YamlValue each : records.get().list(MOST, "names")) {
            (each.isMap() ? detailed(each) : plain(each)).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<RecordRule> plain(YamlValue value) {
        Optional<DomainName> name = value.read(NAME.to(this::once));
        if (usual.isEmpty()) {
            complainOfNoAddresses(value, usualGiven);
            return Optional.empty();
        }
        return name.map(each -> new RecordRule(each, usual, null, RecordRule.PREFIX_LENGTH, usualTtl));
    }

    private Optional<RecordRule> detailed(YamlValue value) {
        return value.map("name", "families", "ipv6-host", "prefix-length", "ttl", "addresses")
                .flatMap(this::detailed);
    }

    private Optional<RecordRule> detailed(YamlMap map) {
        if (map.get("name").isEmpty()) {
            map.whole().wrong("the name is missing; expected the key name with a full name such as home.example.com");
        }
        Optional<DomainName> name = map.read("name", NAME.to(this::once));
        Map<Family, AddressRule> rules = new EnumMap<>(Family.class);
        rules.putAll(usual);
        map.get("addresses").map(own::read).ifPresent(rules::putAll);
        boolean mistaken =
                (usualGiven && usual.isEmpty()) || map.get("addresses").isPresent();
        if (rules.isEmpty()) {
            complainOfNoAddresses(map.whole(), mistaken);
        }
        Map<Family, AddressRule> wanted = map.get("families")
                .map(families -> chosen(families, rules, mistaken))
                .orElse(rules);
        Ttl ttl = map.read("ttl", ConfigurationReader.TTL).orElse(usualTtl);
        int length = map.read("prefix-length", Scalar.number(1, 127, "bits")).orElse(RecordRule.PREFIX_LENGTH);
        HostPart host = map.get("ipv6-host")
                .flatMap(value -> value.read(HOST.to(part -> part.behind(length))))
                .orElse(null);
        complainOfLoneHostPart(map, wanted, mistaken);
        if (name.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordRule(name.get(), wanted, host, length, ttl));
    }

    private static Map<Family, AddressRule> chosen(
            YamlValue families, Map<Family, AddressRule> rules, boolean mistaken) {
        Map<Family, AddressRule> chosen = new TreeMap<>();
        for (YamlValue each : families.oneOrMore(2, "families")) {
            each.read(FAMILY).ifPresent(family -> {
                AddressRule rule = rules.get(family);
                if (chosen.containsKey(family)) {
                    each.wrong(family.word() + " is there twice; expected each family once");
                } else if (rule != null) {
                    chosen.put(family, rule);
                } else if (!mistaken) {
                    each.wrong("there are no sources of " + family + " addresses; expected some at addresses."
                            + family.word());
                }
            });
        }
        return chosen;
    }

    private static void complainOfLoneHostPart(YamlMap map, Map<Family, AddressRule> wanted, boolean mistaken) {
        Optional<YamlValue> host = map.get("ipv6-host");
        if (host.isPresent() && !wanted.containsKey(Family.IPV6) && !mistaken) {
            host.get()
                    .wrong("the name has no IPv6 addresses; expected sources at addresses.ipv6, and ipv6 among the"
                            + " name's families");
        }
        if (host.isEmpty()) {
            map.get("prefix-length")
                    .ifPresent(
                            length -> length.wrong("it goes with ipv6-host, which is missing; expected both or none"));
        }
    }

    private static void complainOfNoAddresses(YamlValue value, boolean mistaken) {
        if (!mistaken) {
            value.wrong("no source of addresses is given for it; expected the key addresses with ipv4, ipv6 or both");
        }
    }

    private DomainName once(DomainName name) {
        if (!seen.add(name)) {
            throw new InvalidValueException("'" + name + "' is there twice; expected each name once");
        }
        return name;
    }

    private static DomainName name(String text) {
        DomainName name = DomainName.of(text);
        if (name.isWildcard()) {
            throw new InvalidValueException(
                    "'" + name + "' is a wildcard; expected the full name of one host, to which a"
                            + " wildcard may point by CNAME");
        }
        List<String> labels = name.labels();
        if (labels.size() < 2 || isNumber(labels.get(labels.size() - 1))) {
            throw new InvalidValueException("'" + name + "' is not a full name; expected one such as home.example.com");
        }
        return name;
    }

    private static boolean isNumber(@Nullable String label) {
        return label != null && label.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
