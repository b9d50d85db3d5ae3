// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.InvalidValueException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * That one certificate was revoked, kept beside its files: they stay, so that servers still start.
 *
 * @param at when this was written down; the CA may have revoked it before
 * @param reason the reason's name in RFC 5280, such as {@code superseded}
 */
public record RevocationNote(Instant at, String reason) {
    private static final int VERSION = 1;

    /**
     * Checks that there is a reason.
     *
     * @throws InvalidValueException if it is blank
     */
    public RevocationNote {
        if (reason.isBlank()) {
            throw new InvalidValueException("the reason of a revocation is empty; expected one such as superseded");
        }
    }

    static RevocationNote read(Path file) {
        return JsonFields.read(file, VERSION)
                .build(fields -> new RevocationNote(
                        fields.value("at", "a time such as \"2026-01-31T12:00:00Z\"", Instant::parse),
                        fields.value("reason", "a word such as \"superseded\"", text -> text)));
    }

    byte[] json() {
        return new JsonText(VERSION).put("at", at).put("reason", reason).bytes();
    }
}
