// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca;

import io.github.vpsdns.core.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to make an account at the CA. An account that exists is kept; then only a new address matters.
 *
 * @param email where the CA may send notices, or {@code null}
 * @param agreeToTerms whether the CA's terms of service are agreed to
 * @param externalAccount what the account is bound to, where the CA wants that, or {@code null}
 */
public record AccountSettings(
        @Nullable String email,
        boolean agreeToTerms,
        @Nullable ExternalAccount externalAccount) {
    /**
     * Checks the address.
     *
     * @throws InvalidValueException if it is none
     */
    public AccountSettings {
        if (email != null) {
            MailAddress checked = new MailAddress(email);
            email = checked.value();
        }
    }
}
