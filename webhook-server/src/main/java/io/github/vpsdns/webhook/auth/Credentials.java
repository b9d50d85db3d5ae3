// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

/**
 * A name and a password, as a client gave them. Prints as the name only.
 *
 * @param user the name, not trusted: of any length and any characters
 * @param password the password
 */
public record Credentials(String user, String password) {
    /** Returns neither: a client that mixes the two up must not put its password into a log. */
    @Override
    public String toString() {
        return "credentials";
    }
}
