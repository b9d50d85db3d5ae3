// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/**
 * Anti-replay nonces (RFC 8555 §6.5): each is good once. The oldest are forgotten when too many are out.
 *
 * <p>Thread-safe.
 */
public final class Nonces {
    private static final int BYTES = 16;
    private static final int MOST = 10_000;

    private final SecureRandom secure = new SecureRandom();
    private final Set<String> good = new LinkedHashSet<>();
    private final Random luck;
    private final int badPercent;

    /**
     * With none out.
     *
     * @param badPercent of a hundred good nonces, how many to refuse all the same; 0 to 100
     * @param seed makes the choice of those repeatable
     */
    public Nonces(int badPercent, long seed) {
        this.badPercent = badPercent;
        this.luck = new Random(seed);
    }

    /** A fresh one. */
    public synchronized String issue() {
        byte[] bytes = new byte[BYTES];
        secure.nextBytes(bytes);
        String nonce = Base64Url.encode(bytes);
        good.add(nonce);
        if (good.size() > MOST) {
            good.remove(good.iterator().next());
        }
        return nonce;
    }

    /** Takes a nonce out of use; false if it was not good, or if bad luck was asked for. */
    public synchronized boolean redeem(String nonce) {
        return good.remove(nonce) && luck.nextInt(100) >= badPercent;
    }
}
