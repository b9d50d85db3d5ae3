// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import org.shredzone.acme4j.Status;

/** What the CA thinks of the proof for a name, once it was asked to look. */
public enum ProofState {
    /** It has not said yet. */
    CHECKING,
    /** It accepts it. */
    ACCEPTED,
    /** It does not accept it, and the order fails. */
    REFUSED;

    static ProofState of(Status authorization) {
        return switch (authorization) {
            case PENDING, PROCESSING -> CHECKING;
            case VALID -> ACCEPTED;
            default -> REFUSED;
        };
    }
}
