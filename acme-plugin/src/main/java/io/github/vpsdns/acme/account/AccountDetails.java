// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.account;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as the CA has it.
 *
 * @param server the CA's ACME directory
 * @param url the account's URL
 * @param status {@code valid}, {@code deactivated} or {@code revoked}
 * @param contacts where the CA says it writes to; some CAs take addresses and never show them
 * @param termsAgreed whether the terms of service are agreed to, or {@code null} if the CA does not say
 * @param terms where the terms are now, or {@code null} if the CA has none
 * @param externalKeyId what the account is bound to, or {@code null}
 * @param keyType the account's key, such as {@code p256} or {@code rsa2048}
 * @param created when it was made or found, by this machine's clock
 */
public record AccountDetails(
        URI server,
        URI url,
        String status,
        List<String> contacts,
        @Nullable Boolean termsAgreed,
        @Nullable URI terms,
        @Nullable String externalKeyId,
        String keyType,
        Instant created) {
    /** Copies the contacts. */
    public AccountDetails {
        contacts = List.copyOf(contacts);
    }
}
