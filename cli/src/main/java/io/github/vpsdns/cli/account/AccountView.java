// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.acme.account.AccountDetails;
import io.github.vpsdns.cli.terminal.Printable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is printed.
 *
 * @param server the CA's ACME directory
 * @param url the account's URL
 * @param status what the CA says of it, such as {@code valid}
 * @param contacts where the CA writes to, as URLs
 * @param termsAgreed whether the terms are agreed to, or {@code null} if the CA does not say
 * @param terms where they are, or {@code null}
 * @param externalKeyId what it is bound to, or {@code null}
 * @param keyType its key, such as {@code p256}
 * @param created when it was made or found
 */
record AccountView(
        String server,
        String url,
        String status,
        List<String> contacts,
        @Nullable Boolean termsAgreed,
        @Nullable String terms,
        @Nullable String externalKeyId,
        String keyType,
        Instant created) {
    static AccountView of(AccountDetails account) {
        return new AccountView(
                account.server().toString(),
                account.url().toString(),
                account.status(),
                account.contacts(),
                account.termsAgreed(),
                account.terms() == null ? null : account.terms().toString(),
                account.externalKeyId(),
                account.keyType(),
                account.created());
    }

    /** Returns a paragraph for people, without a line end. */
    String text() {
        StringBuilder text = new StringBuilder(Printable.of(url)).append('\n');
        line(text, "CA", server);
        line(text, "status", status);
        line(text, "contacts", contacts.isEmpty() ? "none that the CA shows" : String.join(", ", contacts));
        if (terms != null) {
            line(text, "terms", terms + (Boolean.TRUE.equals(termsAgreed) ? " (agreed)" : ""));
        }
        if (externalKeyId != null) {
            line(text, "bound to", externalKeyId);
        }
        line(text, "key", keyType);
        line(text, "created", created.toString());
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "  %-12s %s%n", label, Printable.of(value)));
    }
}
