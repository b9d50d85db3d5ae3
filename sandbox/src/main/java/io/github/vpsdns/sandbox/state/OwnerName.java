// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.util.Locale;

/**
 * Reads the {@code name} field of a record, which the vendor documents as "@ for root, subdomain, or FQDN".
 *
 * <p>Stateless.
 */
public final class OwnerName {
    private OwnerName() {}

    /**
     * The full name that a record's {@code name} stands for.
     *
     * <p>{@code @}, the empty name and the zone's own name are the apex; what ends in the zone's name is a full name already;
     * everything else is relative.
     *
     * @param name the field as sent
     * @param domain the zone's name, lower case, without trailing dot
     * @return the full name, lower case, without trailing dot
     */
    public static String of(String name, String domain) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean absolute = lower.endsWith(".");
        String bare = absolute ? lower.substring(0, lower.length() - 1) : lower;
        if (bare.isEmpty() || bare.equals("@") || bare.equals(domain)) {
            return domain;
        }
        return absolute || bare.endsWith("." + domain) ? bare : bare + "." + domain;
    }
}
