// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How challenges of ACME clients become records.
 *
 * @param ttl of the TXT records
 * @param expire how long a value stays that nobody takes away
 * @param domain below which acme-dns accounts get their names, in a zone of the API's account; {@code null} turns acme-dns off
 * @param registration who may register there
 * @param dryRun whether nothing is written or removed, so that whoever asks is told to come again
 */
public record BrokerSettings(
        Ttl ttl, Duration expire, @Nullable DomainName domain, Registration registration, boolean dryRun) {
    /** TTL 60, six hours, no acme-dns. */
    public static final BrokerSettings DEFAULT =
            new BrokerSettings(Ttl.of(60), Duration.ofHours(6), null, Registration.CLOSED);

    /**
     * Settings by which values are written.
     *
     * @param ttl of the TXT records
     * @param expire how long a value stays that nobody takes away
     * @param domain below which acme-dns accounts get their names, or {@code null}
     * @param registration who may register there
     */
    public BrokerSettings(Ttl ttl, Duration expire, @Nullable DomainName domain, Registration registration) {
        this(ttl, expire, domain, registration, false);
    }

    /** Who may open an acme-dns account. */
    public enum Registration {
        /** Nobody; accounts that are there go on. */
        CLOSED("closed"),
        /** Users with any challenge scope, with their own password (Basic). */
        USERS("users"),
        /** Everybody who can reach the server. */
        OPEN("open");

        private final String word;

        Registration(String word) {
            this.word = word;
        }

        /**
         * Returns its name in configurations.
         *
         * @return such as {@code closed}
         */
        public String word() {
            return word;
        }
    }
}
