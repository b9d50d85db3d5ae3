// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who may do what. Used once. */
final class UsersReader {
    static final Scalar<PasswordHash> PASSWORD = Scalar.text(500, "a hash as 'vpsdns webhook hash-password' prints it")
            .to(PasswordHash::parse);

    private static final int MOST_USERS = 10_000;
    private static final int MOST_NAMES = 1000;
    private static final int LONGEST_NAME = 64;
    private static final Scalar<String> NAME = Scalar.text(LONGEST_NAME, "a user's name")
            .to(text -> {
                if (!text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != ':')) {
                    throw new InvalidValueException("such a name cannot be told to a server; expected 1 to "
                            + LONGEST_NAME + " printable ASCII characters other than the colon");
                }
                return text;
            });

    private final Surroundings surroundings;
    private final Set<String> seen = new HashSet<>();

    UsersReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<User> read(YamlMap top) {
        Optional<YamlValue> users = top.get("users");
        if (users.isEmpty()) {
            top.whole().wrong("there are no users; expected the key users with a list of them");
            return List.of();
        }
        if (surroundings.openTo() != null) {
            users.get()
                    .wrong("hashes let passwords be guessed, and everybody can read this file (" + surroundings.openTo()
                            + "); expected one that not everybody can read (chmod o-r)");
        }
        List<User> read = new ArrayList<>();
        for (YamlValue each : users.get().list(MOST_USERS, "users")) {
            each.map("name", "password", "hosts", "challenges", "networks", "expires")
                    .flatMap(this::user)
                    .ifPresent(read::add);
        }
        return read;
    }

    private Optional<User> user(YamlMap map) {
        require(map, "name", "what the user logs in with");
        require(map, "password", "a hash as 'vpsdns webhook hash-password' prints it");
        Optional<String> name = map.read("name", NAME.to(this::once));
        Optional<PasswordHash> password = map.read("password", PASSWORD);
        if (map.get("hosts").isEmpty() && map.get("challenges").isEmpty()) {
            map.whole()
                    .wrong("this user may do nothing; expected the key hosts with names to update, or challenges with"
                            + " names to prove, or both");
        }
        List<HostGrant> hosts =
                map.get("hosts").map(value -> new GrantsReader().read(value)).orElse(List.of());
        List<DomainName> challenges = map.get("challenges")
                .map(value -> value.oneOrMore(MOST_NAMES, "names").stream()
                        .flatMap(scope -> scope.read(FullNames.SCOPE).stream())
                        .toList())
                .orElse(List.of());
        List<Network> networks =
                map.get("networks").map(ConfigurationReader::networks).orElse(List.of());
        @Nullable Instant expires = map.read("expires", Ends.END).orElse(null);
        return name.isEmpty() || password.isEmpty()
                ? Optional.empty()
                : Optional.of(new User(name.get(), password.get(), hosts, challenges, networks, expires));
    }

    private static void require(YamlMap map, String key, String what) {
        if (map.get(key).isEmpty()) {
            map.whole().wrong("the " + key + " is missing; expected the key " + key + " with " + what);
        }
    }

    private String once(String name) {
        if (!seen.add(name)) {
            throw new InvalidValueException("'" + name + "' is there twice; expected each user once");
        }
        return name;
    }
}
