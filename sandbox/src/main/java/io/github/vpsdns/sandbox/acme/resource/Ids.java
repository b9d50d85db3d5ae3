// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.resource;

import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import java.security.SecureRandom;

/** Random names that cannot be guessed. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 9;
    private static final int TOKEN_BYTES = 32;

    private Ids() {}

    /** The last part of a URL. */
    public static String id() {
        return random(ID_BYTES);
    }

    /** The random part of a challenge; at least 128 bits are asked for (RFC 8555 §8.4). */
    public static String token() {
        return random(TOKEN_BYTES);
    }

    private static String random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}
