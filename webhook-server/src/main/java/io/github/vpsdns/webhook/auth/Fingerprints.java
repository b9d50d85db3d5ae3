// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes fingerprints with HMAC-SHA256 (RFC 2104) under a key of its own, which dies with the process. Thread-safe. */
public final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    /** Makes a key. */
    public Fingerprints() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    Fingerprint of(Credentials credentials) {
        return of(credentials.user(), credentials.password());
    }

    Fingerprint of(String name) {
        return of(name, "");
    }

    /**
     * Takes one of a pair.
     *
     * @param first any text
     * @param second any text
     * @return equal if both texts are; never to one that another object has taken
     */
    public Fingerprint of(String first, String second) {
        byte[] head = first.getBytes(StandardCharsets.UTF_8);
        Mac mac = copy();
        mac.update(ByteBuffer.allocate(4).putInt(head.length).flip());
        mac.update(head);
        return new Fingerprint(mac.doFinal(second.getBytes(StandardCharsets.UTF_8)));
    }

    /** The key is worked in once; a copy costs a tenth of it. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", e);
        }
    }
}
