// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Certification authority authorization (RFC 8659).
 *
 * @param flags 0 to 255; 128 marks the property as critical
 * @param tag letters and digits, kept in lower case, such as {@code issue}, {@code issuewild} or {@code iodef}
 * @param property the property's value without quotes: printable ASCII
 */
public record Caa(int flags, String tag, String property) implements RecordData {
    private static final Pattern TAG = Pattern.compile("[a-z0-9]{1,15}");
    private static final Pattern PROPERTY = Pattern.compile("[\\x20-\\x7e]*");

    /**
     * Checks the parts and lowers the tag's case.
     *
     * @throws InvalidValueException if a part does not fit RFC 8659 section 4
     */
    public Caa {
        tag = tag.toLowerCase(Locale.ROOT);
        if (flags < 0 || flags > 255) {
            throw new InvalidValueException("CAA flags of " + flags + " are refused; expected 0 to 255");
        }
        if (!TAG.matcher(tag).matches()) {
            throw new InvalidValueException(
                    "'" + tag + "' is not a CAA tag; expected 1 to 15 letters and digits, such as issue or issuewild");
        }
        if (!PROPERTY.matcher(property).matches()) {
            throw new InvalidValueException("a CAA value has characters outside printable ASCII: '" + property + "'");
        }
    }

    @Override
    public RecordType type() {
        return RecordType.CAA;
    }

    @Override
    public String value() {
        return flags + " " + tag + " \"" + property.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public String toString() {
        return "CAA " + value();
    }
}
