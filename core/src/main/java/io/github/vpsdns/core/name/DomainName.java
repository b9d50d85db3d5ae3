// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.name;

import io.github.vpsdns.core.InvalidValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully qualified domain name in canonical form: lower case, A-labels, no trailing dot (RFC 1034 section 3.1, RFC 5890).
 *
 * <p>Labels are made of letters, digits, {@code -} and {@code _}; the leftmost one may be {@code *}. A label is at most 63
 * bytes and a name at most 253. The root is the empty name. Immutable and thread-safe; equal exactly when DNS would say so.
 */
public final class DomainName implements Comparable<DomainName> {
    /** The root of the name space, printed as {@code "."}. */
    public static final DomainName ROOT = new DomainName("");

    private final String text;

    private DomainName(String text) {
        this.text = text;
    }

    /**
     * Reads a name as a person or an API writes it.
     *
     * @param name a name, with or without trailing dot, in any case, with U-labels or A-labels; {@code "."} is the root
     * @return the name in canonical form
     * @throws InvalidValueException if it is not a domain name
     */
    public static DomainName of(String name) {
        return ".".equals(name) ? ROOT : new DomainName(NameParser.canonical(name));
    }

    /**
     * Returns the labels from left to right.
     *
     * @return the labels; none for the root
     */
    public List<String> labels() {
        return isRoot() ? List.of() : List.of(text.split("\\.", -1));
    }

    /**
     * Tells whether this is the root.
     *
     * @return whether this name has no labels
     */
    public boolean isRoot() {
        return text.isEmpty();
    }

    /**
     * Tells whether the leftmost label is {@code *}.
     *
     * @return whether this is a wildcard
     */
    public boolean isWildcard() {
        return text.equals("*") || text.startsWith("*.");
    }

    /**
     * Returns this name without a leftmost {@code *}.
     *
     * @return the name below which the wildcard stands, or this name if it is none
     */
    public DomainName withoutWildcard() {
        return isWildcard() ? parent() : this;
    }

    /**
     * Returns the name one label up.
     *
     * @return the parent; the root is its own parent
     */
    public DomainName parent() {
        int dot = text.indexOf('.');
        return dot < 0 ? ROOT : new DomainName(text.substring(dot + 1));
    }

    /**
     * Puts one or more labels before this name.
     *
     * @param labels what to prepend, such as {@code "_acme-challenge"}
     * @return the longer name
     * @throws InvalidValueException if the result is not a domain name
     */
    public DomainName prepend(String labels) {
        return of(isRoot() ? labels : labels + "." + text);
    }

    /**
     * Tells whether this name is the given one or below it.
     *
     * @param ancestor a name, such as that of a zone
     * @return whether the given name is a suffix of this one, label by label
     */
    public boolean isWithin(DomainName ancestor) {
        return ancestor.isRoot() || text.equals(ancestor.text) || text.endsWith("." + ancestor.text);
    }

    /**
     * Returns this name as it is written inside a zone.
     *
     * @param zone the zone's name
     * @return {@code "@"} for the zone itself, else the labels before the zone's
     * @throws InvalidValueException if this name is not within the zone
     */
    public String relativeTo(DomainName zone) {
        if (!isWithin(zone)) {
            throw new InvalidValueException("'" + this + "' is not within the zone '" + zone + "'");
        }
        if (equals(zone)) {
            return "@";
        }
        return zone.isRoot() ? text : text.substring(0, text.length() - zone.text.length() - 1);
    }

    /**
     * Returns the name with its trailing dot, as zone files and DNS tools write it.
     *
     * @return the absolute form
     */
    public String absolute() {
        return text + ".";
    }

    @Override
    public int compareTo(DomainName other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DomainName name && name.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /**
     * Returns the canonical text.
     *
     * @return the name without trailing dot; {@code "."} for the root
     */
    @Override
    public String toString() {
        return isRoot() ? "." : text;
    }
}
