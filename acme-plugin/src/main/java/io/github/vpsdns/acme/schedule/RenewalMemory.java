// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a lineage from one attempt to the next, by whichever process makes it.
 *
 * @param window what its CA last said of the certificate, or {@code null}
 * @param trouble that renewal has failed since it last went well, or {@code null}
 * @param lastSuccess when a certificate was last got, or {@code null}
 * @param lastPropagation how long the name servers took for the proof of it, or {@code null} if there was nothing to wait for
 * @param deployed the serial number, in hexadecimal, of the certificate that the deploy hook has last been told of with success,
 *     or {@code null}
 * @param deployTrouble that the deploy hook has failed since it last went well, or {@code null}
 */
public record RenewalMemory(
        @Nullable AriWindow window,
        @Nullable Trouble trouble,
        @Nullable Instant lastSuccess,
        @Nullable Duration lastPropagation,
        @Nullable String deployed,
        @Nullable Trouble deployTrouble) {
    /** Nothing is remembered. */
    public static final RenewalMemory EMPTY = new RenewalMemory(null, null, null, null, null, null);

    /**
     * Remembers another window.
     *
     * @param other the window, or {@code null} to forget it
     * @return the memory with it
     */
    public RenewalMemory withWindow(@Nullable AriWindow other) {
        return new RenewalMemory(other, trouble, lastSuccess, lastPropagation, deployed, deployTrouble);
    }

    /**
     * Remembers what went wrong.
     *
     * @param other the trouble
     * @return the memory with it
     */
    public RenewalMemory withTrouble(Trouble other) {
        return new RenewalMemory(window, other, lastSuccess, lastPropagation, deployed, deployTrouble);
    }

    /**
     * Remembers that a certificate was got: no trouble, and the window of the former one is over.
     *
     * @param at when
     * @param propagation how long the name servers took, or {@code null} if there was nothing to wait for
     * @return the memory with it
     */
    public RenewalMemory withSuccess(Instant at, @Nullable Duration propagation) {
        return new RenewalMemory(null, null, at, propagation, deployed, deployTrouble);
    }

    /**
     * Remembers that the deploy hook has been told of a certificate, with success.
     *
     * @param serial the certificate's serial number in hexadecimal
     * @return the memory with it
     */
    public RenewalMemory withDeployed(String serial) {
        return new RenewalMemory(window, trouble, lastSuccess, lastPropagation, serial, null);
    }

    /**
     * Remembers that the deploy hook failed.
     *
     * @param other the trouble
     * @return the memory with it
     */
    public RenewalMemory withDeployTrouble(Trouble other) {
        return new RenewalMemory(window, trouble, lastSuccess, lastPropagation, deployed, other);
    }
}
