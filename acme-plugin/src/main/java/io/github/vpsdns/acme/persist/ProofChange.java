// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

/** What it takes, or took, for a persistent proof to stand. */
public enum ProofChange {
    /** Nothing: it stands. */
    NONE,
    /** A record of ours is changed in place. */
    CHANGED,
    /** A record is made. */
    CREATED
}
