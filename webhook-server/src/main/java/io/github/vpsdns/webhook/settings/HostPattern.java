// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;

/**
 * Which names are meant: one, or all below one. Immutable and thread-safe.
 *
 * @param name the name itself, or the one above all that are meant
 * @param below whether the names below are meant, and not the name
 */
public record HostPattern(DomainName name, boolean below) {
    private static final String ANY = "*.";

    /**
     * Reads a pattern.
     *
     * @param text a full name, or {@code *.} and the name above all that are meant, at any depth
     * @return the pattern
     * @throws InvalidValueException if there is no such name
     */
    public static HostPattern of(String text) {
        return text.startsWith(ANY)
                ? new HostPattern(DomainName.of(text.substring(ANY.length())), true)
                : new HostPattern(DomainName.of(text), false);
    }

    /**
     * Tells whether a name is meant.
     *
     * @param host a full name
     * @return whether it is; {@code *.dyn.example.com} means the wildcard record of that name as well
     */
    public boolean matches(DomainName host) {
        return below ? host.isWithin(name) && !host.equals(name) : host.equals(name);
    }

    @Override
    public String toString() {
        return below ? ANY + name : name.toString();
    }
}
