// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.wire;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64url without padding (RFC 8555 §6.1 refuses anything else). */
public final class Base64Url {
    private Base64Url() {}

    /** Encodes. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Decodes to UTF-8 text; otherwise as {@link #decode}. */
    public static String decodeText(String text, String what) {
        return new String(decode(text, what), StandardCharsets.UTF_8);
    }

    /**
     * Decodes.
     *
     * @param what what it is, for the problem's text
     * @throws ProblemException {@code malformed} if there is padding or a character outside of the alphabet
     */
    public static byte[] decode(String text, String what) {
        if (text.indexOf('=') >= 0) {
            throw ProblemException.malformed(what + " has base64 padding, which ACME does not allow");
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed(what + " is not base64url");
        }
    }
}
