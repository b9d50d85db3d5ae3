// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The {@code user-pass} of RFC 7617, in which the first colon ends the name. The RFC leaves the charset open; UTF-8 is what clients of
 * today send, and ISO-8859-1 what older ones do. Stateless and thread-safe.
 */
public final class UserPass {
    /** What is sent when name and password are empty. */
    static final List<Credentials> EMPTY = List.of(new Credentials("", ""));

    private UserPass() {}

    /**
     * Reads the Base64 of it, with or without padding, in either alphabet.
     *
     * @param base64 what stands behind {@code Basic}
     * @return one reading, or two where the bytes are UTF-8 and not ASCII, as which they are read first; without a colon all is the
     *     password. Empty if it is no Base64
     */
    public static Optional<List<Credentials>> decoded(String base64) {
        try {
            return Optional.of(
                    readings(Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Credentials> readings(byte[] bytes) {
        Credentials western = split(new String(bytes, StandardCharsets.ISO_8859_1));
        if (isAscii(bytes)) {
            return List.of(western);
        }
        try {
            Credentials utf8 = split(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            return List.of(utf8, western);
        } catch (CharacterCodingException e) {
            return List.of(western);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** The same, where what cannot be read is a try like any other. */
    static List<Credentials> encoded(String base64) {
        return decoded(base64).orElseGet(() -> List.of(unreadable(base64)));
    }

    /** Splits the decoded text. */
    static Credentials split(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? unreadable(text) : new Credentials(text.substring(0, colon), text.substring(colon + 1));
    }

    /** A try all the same, and another one than the next: nobody's name is empty, and the text tells them apart. */
    private static Credentials unreadable(String text) {
        return new Credentials("", text);
    }
}
