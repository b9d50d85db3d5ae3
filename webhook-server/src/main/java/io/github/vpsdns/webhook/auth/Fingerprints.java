// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Takes fingerprints with SHA-256 (FIPS 180-4) behind a key of its own, which dies with the process. Nobody is ever shown one, so that
 * there is nothing to lengthen, and what HMAC does beyond this would double the time that a router's request takes here. Thread-safe.
 */
public final class Fingerprints {
    private static final String ALGORITHM = "SHA-256";
    /** What the algorithm works in at once: the key fills it, so that no request has to do it again. */
    private static final int BLOCK = 64;

    private final MessageDigest keyed;

    /** Makes a key. */
    public Fingerprints() {
        byte[] key = new byte[BLOCK];
        new SecureRandom().nextBytes(key);
        try {
            keyed = MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
        keyed.update(key);
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
        byte[] tail = second.getBytes(StandardCharsets.UTF_8);
        ByteBuffer pair = ByteBuffer.allocate(Integer.BYTES + head.length + tail.length);
        pair.putInt(head.length).put(head).put(tail);
        return new Fingerprint(copy().digest(pair.array()));
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", e);
        }
    }
}
