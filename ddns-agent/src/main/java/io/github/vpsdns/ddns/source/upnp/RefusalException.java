// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A router understood the question and has no address to tell. */
final class RefusalException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Gateway lastingOf;

    private RefusalException(String message, @Nullable Gateway lastingOf) {
        super(message);
        this.lastingOf = lastingOf;
    }

    static RefusalException forNow(String message) {
        return new RefusalException(message, null);
    }

    static RefusalException forGood(String message, Gateway gateway) {
        return new RefusalException(message, gateway);
    }

    /** Returns who will always say the same to this question, so that nobody else needs to be looked for; empty if not. */
    Optional<Gateway> lastingOf() {
        return Optional.ofNullable(lastingOf);
    }
}
