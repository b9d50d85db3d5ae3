// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca;

import io.github.vpsdns.core.InvalidValueException;
import java.util.regex.Pattern;

/**
 * One mail address, as a CA takes it for a contact: no name beside it and no list (RFC 8555 section 7.3).
 *
 * @param value such as {@code admin@example.com}
 */
public record MailAddress(String value) {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s?,<>]+@[^@\\s?,<>]+");

    /**
     * Checks the address.
     *
     * @throws InvalidValueException if it is none
     */
    public MailAddress {
        if (!ADDRESS.matcher(value).matches()) {
            throw new InvalidValueException(
                    "'" + value + "' is not a mail address; expected one such as admin@example.com");
        }
    }

    /**
     * Returns it as the contact of an account.
     *
     * @return such as {@code mailto:admin@example.com}
     */
    public String url() {
        return "mailto:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
