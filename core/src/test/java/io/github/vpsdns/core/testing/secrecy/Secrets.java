// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the secrets of tests look like: the sandbox's tokens, private keys in PEM and JWK, hashes of passwords, and whatever has {@value
 * #MARK} in it, which passwords, HMAC keys and secret addresses of tests are to be called by.
 */
public final class Secrets {
    /** What is in each secret that a test makes up. */
    public static final String MARK = "s3cret";

    /** The mark in Base64, by where it stands in a group of three bytes. */
    private static final String MARK_ENCODED = "czNjcmV0|MzY3Jld|zM2NyZX";

    private static final List<Kind> KINDS = List.of(
            new Kind("an API token", "vps_[A-Za-z0-9_-]{16,}"),
            new Kind("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            new Kind("the private part of a JWK", "\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{20,}\""),
            new Kind("the hash of a password", "\\$argon2id?\\$v=[0-9]+\\$[a-z0-9=,]+\\$[A-Za-z0-9+/]{8,}"),
            new Kind("a test's secret", MARK),
            new Kind("a test's secret in Base64", MARK_ENCODED));

    private record Kind(String name, Pattern pattern) {
        Kind(String name, String regex) {
            this(name, Pattern.compile(regex));
        }
    }

    /**
     * A line that shows a secret.
     *
     * @param what which kind of secret
     * @param line the line, cut; whoever reads it is to mend the code, and the secret is one of a test
     */
    public record Finding(String what, String line) {
        @Override
        public String toString() {
            return what + " in: " + line;
        }
    }

    private Secrets() {}

    /** Looks through a text, line by line. */
    public static List<Finding> in(String text) {
        return in(text, line -> false);
    }

    /** Looks through a text but for the lines that may show one. */
    public static List<Finding> in(String text, Predicate<String> allowed) {
        List<Finding> found = new ArrayList<>();
        text.lines().forEach(line -> {
            for (Kind kind : KINDS) {
                if (kind.pattern.matcher(line).find() && !allowed.test(line)) {
                    found.add(new Finding(kind.name, line.length() <= 300 ? line : line.substring(0, 300) + "..."));
                }
            }
        });
        return found;
    }

    /**
     * Fails if a text shows a secret.
     *
     * @param where what the text is
     * @param text the text
     */
    public static void requireNone(String where, String text) {
        requireNone(where, text, line -> false);
    }

    /** Fails if a text shows a secret in a line that may not. */
    public static void requireNone(String where, String text, Predicate<String> allowed) {
        List<Finding> found = in(text, allowed);
        if (!found.isEmpty()) {
            throw new AssertionError(where + " shows " + found);
        }
    }
}
