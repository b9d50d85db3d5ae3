// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.settings.Limits;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One try to get in, as the settings see it that were in force when it began.
 *
 * @param readings how the credentials can be read, at least one
 * @param client where it comes from
 * @param origin the same as one place
 * @param roll the settings
 * @param now when
 */
record Attempt(List<Reading> readings, InetAddress client, Network origin, Roll roll, Instant now) {
    /** One reading, and the account that it names, or {@code null} if there is none. */
    record Reading(
            Credentials credentials,
            Fingerprint fingerprint,
            @Nullable Account account) {}

    static Attempt of(
            List<Credentials> alternatives, InetAddress client, Roll roll, Instant now, Fingerprints fingerprints) {
        List<Reading> readings = new ArrayList<>(alternatives.size());
        for (Credentials given : alternatives) {
            readings.add(new Reading(given, fingerprints.of(given), roll.account(given.user())));
        }
        return new Attempt(readings, client, Origins.of(client), roll, now);
    }

    Limits limits() {
        return roll.limits();
    }

    /** The account that is meant, or {@code null} if there is none. */
    @Nullable
    Account account() {
        return readings.stream()
                .map(Reading::account)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Equal for tries that have the same outcome. */
    Object key() {
        return readings.stream()
                .map(reading -> List.of(
                        reading.fingerprint(),
                        reading.account() == null ? "" : reading.account().memory()))
                .toList();
    }

    /** Where its failure counts. */
    Set<Pot> counting(Fingerprints fingerprints) {
        Set<Pot> pots = named(fingerprints);
        pots.add(new Pot.OfAddress(origin));
        return pots;
    }

    /** What may lock it: not its neighbours behind the same address, if the account has come from there before. */
    Set<Pot> locking(Fingerprints fingerprints) {
        for (Reading reading : readings) {
            if (!isAtHome(reading)) {
                return counting(fingerprints);
            }
        }
        return named(fingerprints);
    }

    private boolean isAtHome(Reading reading) {
        return reading.account() != null && reading.account().memory().familiar.knows(origin);
    }

    private Set<Pot> named(Fingerprints fingerprints) {
        Set<Pot> pots = new HashSet<>();
        for (Reading reading : readings) {
            Account account = reading.account();
            String name = reading.credentials().user();
            pots.add(
                    account != null && account.isOpen(client, now)
                            ? account.memory().familiar.pot(name, client)
                            : new Pot.OfNobody(fingerprints.of(name)));
        }
        return pots;
    }
}
