// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.util.Objects;
import java.util.Set;

/**
 * An API token.
 *
 * <p>Immutable. Prints without its secret.
 *
 * @param secret what goes into the {@code Authorization} header; begins with {@code vps_}
 * @param account the account it acts for
 * @param name what {@code /account/me/} calls it
 * @param permissions what it may do
 */
public record AccessToken(String secret, String account, String name, Set<Permission> permissions) {
    public AccessToken {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        permissions = Set.copyOf(permissions);
    }

    @Override
    public String toString() {
        return "AccessToken[" + name + " of " + account + ", " + permissions + ", secret=***]";
    }
}
