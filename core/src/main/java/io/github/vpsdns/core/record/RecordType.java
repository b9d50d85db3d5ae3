// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The type of a record, such as {@code TXT}; any type can be named, eight can be written.
 *
 * @param name the type's mnemonic in upper case, letters, digits and {@code -}
 */
public record RecordType(String name) {
    /** Stands first, because the constants below are checked against it. */
    private static final Pattern MNEMONIC = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");

    /** IPv4 address (RFC 1035 section 3.4.1). */
    public static final RecordType A = new RecordType("A");
    /** IPv6 address (RFC 3596). */
    public static final RecordType AAAA = new RecordType("AAAA");
    /** Canonical name (RFC 1035 section 3.3.1). */
    public static final RecordType CNAME = new RecordType("CNAME");
    /** Mail exchange (RFC 1035 section 3.3.9). */
    public static final RecordType MX = new RecordType("MX");
    /** Text (RFC 1035 section 3.3.14). */
    public static final RecordType TXT = new RecordType("TXT");
    /** Name server (RFC 1035 section 3.3.11). */
    public static final RecordType NS = new RecordType("NS");
    /** Service location (RFC 2782). */
    public static final RecordType SRV = new RecordType("SRV");
    /** Certification authority authorization (RFC 8659). */
    public static final RecordType CAA = new RecordType("CAA");

    /** The types that the API documents, in its order. */
    public static final List<RecordType> KNOWN = List.of(A, AAAA, CNAME, MX, TXT, NS, SRV, CAA);

    /**
     * Checks the mnemonic's form.
     *
     * @throws InvalidValueException if the name is not a mnemonic in upper case
     */
    public RecordType {
        if (!MNEMONIC.matcher(name).matches()) {
            throw new InvalidValueException(
                    "'" + name + "' is not a record type; expected a name such as A, AAAA or TXT");
        }
    }

    /**
     * Reads a type in any case.
     *
     * @param name the mnemonic
     * @return the type
     * @throws InvalidValueException if it is not a mnemonic
     */
    public static RecordType of(String name) {
        return new RecordType(name.toUpperCase(Locale.ROOT));
    }

    /**
     * Tells whether the API documents this type, so that records of it can be written.
     *
     * @return whether it is one of {@link #KNOWN}
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /**
     * Returns the mnemonic.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}
