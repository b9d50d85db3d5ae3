// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

/** How a resource's requests name their key (RFC 8555 §6.2). */
public enum KeyRule {
    /** By {@code kid}: an account that exists and is valid. */
    ACCOUNT,
    /** By {@code jwk}: the key itself. */
    KEY,
    /** Either. */
    ACCOUNT_OR_KEY
}
