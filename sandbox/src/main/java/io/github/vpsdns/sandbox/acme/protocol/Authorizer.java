// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.model.Authorization;
import io.github.vpsdns.sandbox.acme.model.Challenge;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.resource.Ids;
import io.github.vpsdns.sandbox.acme.resource.Settings;

/** Finds an authorization that still serves, or makes a new one. */
final class Authorizer {
    private static final String WILDCARD = "*.";

    private final Store store;
    private final Settings settings;

    Authorizer(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    Authorization authorize(String accountId, String name) {
        return store.authorizationsOf(accountId)
                .filter(authorization -> authorization.orderedName().equals(name))
                .filter(this::serves)
                .findFirst()
                .orElseGet(() -> store.put(fresh(accountId, name)));
    }

    private boolean serves(Authorization authorization) {
        return switch (authorization.status()) {
            case VALID -> settings.reuseAuthorizations();
            case PENDING -> settings.reusePending();
            default -> false;
        };
    }

    private Authorization fresh(String accountId, String name) {
        boolean wildcard = name.startsWith(WILDCARD);
        return new Authorization(
                Ids.id(),
                accountId,
                wildcard ? name.substring(WILDCARD.length()) : name,
                wildcard,
                Status.PENDING,
                store.now().plus(settings.pendingLifetime()),
                settings.challengeTypes().stream()
                        .map(type -> new Challenge(
                                Ids.id(), type, type.hasToken() ? Ids.token() : "", Status.PENDING, null, null))
                        .toList());
    }
}
