// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names for challenges to be led to.
 *
 * <p>The whole name stands before the label {@code acme} of the zone, dots and all, so that no two names share a target, as they
 * might if {@code www.example.org} and {@code www-example.org} were both written with hyphens. Only where that is too long for a
 * name does a digest stand for it.
 */
final class TargetNames {
    private static final String BRANCH = "acme";
    private static final int DIGEST_BYTES = 20;

    private TargetNames() {}

    /** Returns such as {@code www.example.org.acme.example.com}. */
    static DomainName of(DomainName name, DomainName zone) {
        DomainName branch = zone.prepend(BRANCH);
        try {
            return branch.prepend(name.toString());
        } catch (InvalidValueException e) {
            return branch.prepend(digest(name));
        }
    }

    private static String digest(DomainName name) {
        try {
            byte[] bytes =
                    MessageDigest.getInstance("SHA-256").digest(name.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
