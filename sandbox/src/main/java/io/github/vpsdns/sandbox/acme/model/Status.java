// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.util.Locale;

/** State of an account, order, authorization or challenge (RFC 8555 §7.1.6). */
public enum Status {
    PENDING,
    READY,
    PROCESSING,
    VALID,
    INVALID,
    DEACTIVATED,
    EXPIRED,
    REVOKED;

    /** The word used in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
