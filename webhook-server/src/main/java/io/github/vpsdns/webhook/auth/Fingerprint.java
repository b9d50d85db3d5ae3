// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Stands for a secret in memory: equal if they are, and of no use to whoever reads it. Immutable and thread-safe. */
public final class Fingerprint {
    private final byte[] digest;

    Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && MessageDigest.isEqual(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(digest).getInt();
    }

    @Override
    public String toString() {
        return "fingerprint";
    }
}
