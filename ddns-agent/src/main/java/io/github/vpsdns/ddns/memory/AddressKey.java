// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Which addresses: those of a family by a rule.
 *
 * @param family which family
 * @param rule the rule's digest: sources may hold secrets, which are not for the disk. 16 hexadecimal digits
 */
public record AddressKey(Family family, String rule) implements Comparable<AddressKey> {
    private static final int BYTES = 8;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");
    private static final Comparator<AddressKey> ORDER =
            Comparator.comparing(AddressKey::family).thenComparing(AddressKey::rule);

    /**
     * Checks the digest's form.
     *
     * @throws InvalidValueException if it has another one
     */
    public AddressKey {
        if (!DIGEST.matcher(rule).matches()) {
            throw new InvalidValueException(
                    "'" + rule + "' is no digest of a rule; expected " + 2 * BYTES + " hexadecimal digits");
        }
    }

    /**
     * Returns the key of a rule and family. Rules that look in the same places with the same demands have the same key, in every
     * process.
     *
     * @param rule the rule
     * @param family the family
     * @return the key
     */
    public static AddressKey of(AddressRule rule, Family family) {
        StringBuilder text = new StringBuilder();
        rule.sources().forEach(source -> text.append(identity(source)).append('\0'));
        text.append(rule.agree()).append(' ').append(rule.all());
        rule.allowed().stream().sorted().forEach(kind -> text.append(' ').append(kind.word()));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new AddressKey(family, HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What a source's text for people leaves out is part of what it is. */
    private static String identity(SourceSpec source) {
        if (source instanceof SourceSpec.Web web) {
            return web.url().toString();
        }
        return source instanceof SourceSpec.Command command ? "command:" + command.line() : source.toString();
    }

    /** Orders by family, then by digest. */
    @Override
    public int compareTo(AddressKey other) {
        return ORDER.compare(this, other);
    }
}
