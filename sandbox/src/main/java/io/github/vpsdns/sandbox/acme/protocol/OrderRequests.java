// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.model.OrderRequest;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a new order asks for, and refuses what the CA does not do. */
final class OrderRequests {
    private final Settings settings;
    private final Identifiers identifiers;

    OrderRequests(Settings settings) {
        this.settings = settings;
        this.identifiers = new Identifiers(settings.refusedDomains());
    }

    OrderRequest read(ObjectNode payload, Instant now) {
        String profile = profile(payload);
        Optional<Instant> notBefore = time(payload, "notBefore");
        Optional<Instant> notAfter = time(payload, "notAfter");
        Instant start = notBefore.orElse(now);
        Duration most = lifetime(profile);
        notAfter.ifPresent(end -> {
            if (!end.isAfter(start) || Duration.between(start, end).compareTo(most) > 0) {
                throw ProblemException.malformed("\"notAfter\" must be after \"notBefore\" by at most " + most);
            }
        });
        return new OrderRequest(
                identifiers.read(payload),
                profile,
                Json.text(payload, "replaces").orElse(null),
                orNull(notBefore),
                orNull(notAfter));
    }

    private String profile(ObjectNode payload) {
        String profile = Json.text(payload, "profile").orElseGet(settings::defaultProfile);
        if (!settings.profiles().containsKey(profile)) {
            throw ProblemException.of(
                    ProblemType.INVALID_PROFILE,
                    "profile \"" + profile + "\" is not offered, only "
                            + String.join(", ", settings.profiles().keySet()));
        }
        return profile;
    }

    private Duration lifetime(String profile) {
        return settings.profiles().getOrDefault(profile, Duration.ZERO);
    }

    private static Optional<Instant> time(ObjectNode payload, String member) {
        try {
            return Json.text(payload, member)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw ProblemException.malformed("\"" + member + "\" is not a time as RFC 3339 writes it");
        }
    }

    private static @Nullable Instant orNull(Optional<Instant> time) {
        return time.orElse(null);
    }
}
