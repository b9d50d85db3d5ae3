// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.webhook.settings.User;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user of the settings in force, with what is remembered of them for as long as their password stays the same. */
record Account(User user, Memory memory) {
    /** What is remembered. Thread-safe. */
    static final class Memory {
        final RecentMisses misses = new RecentMisses(32);
        final Familiar familiar = new Familiar();
        final Allowance allowance;
        /** One is enough: only one password has the user's hash. */
        private volatile @Nullable Fingerprint right;

        Memory(long nanoTime) {
            allowance = new Allowance(nanoTime);
        }

        void verified(Fingerprint credentials) {
            right = credentials;
        }

        boolean isRight(Fingerprint credentials) {
            return credentials.equals(right);
        }
    }

    /** Why the right password does not help them, or {@code null} if it does. */
    @Nullable
    String obstacle(InetAddress client, Instant now) {
        if (hasExpired(now)) {
            return "the password is right, but the account has expired";
        }
        return user.mayComeFrom(client)
                ? null
                : "the password is right, but the account may not come from this address";
    }

    /** Whether the right password lets them in. */
    boolean isOpen(InetAddress client, Instant now) {
        return !hasExpired(now) && user.mayComeFrom(client);
    }

    private boolean hasExpired(Instant now) {
        Instant expires = user.expires();
        return expires != null && !now.isBefore(expires);
    }
}
