// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a lineage from one attempt to the next, by whichever process makes it.
 *
 * @param window what its CA last said of the certificate, or {@code null}
 * @param pause that the CA has told no window when it was asked last, or {@code null}
 * @param trouble that renewal has failed since it last went well, or {@code null}
 * @param issued where the certificate in place came from, or {@code null} if that is not known
 * @param arriving a certificate that is about to be put in place, or {@code null}; see {@link #settled}
 * @param deployed the serial number, in hexadecimal, of the certificate that the deploy hook has last been told of with success,
 *     or {@code null}
 * @param deployTrouble that the deploy hook has failed since it last went well, or {@code null}
 */
public record RenewalMemory(
        @Nullable AriWindow window,
        @Nullable AriPause pause,
        @Nullable Trouble trouble,
        @Nullable Issuance issued,
        @Nullable Issuance arriving,
        @Nullable String deployed,
        @Nullable Trouble deployTrouble) {
    /** Nothing is remembered. */
    public static final RenewalMemory EMPTY = new RenewalMemory(null, null, null, null, null, null, null);

    /**
     * Returns when a certificate was last got.
     *
     * @return the time, or {@code null} if that is not known
     */
    public @Nullable Instant lastSuccess() {
        return issued == null ? null : issued.at();
    }

    /**
     * Returns how long the name servers took for the proof of the certificate.
     *
     * @return the time, or {@code null} if there was nothing to wait for, or it is not known
     */
    public @Nullable Duration lastPropagation() {
        return issued == null ? null : issued.propagation();
    }

    /**
     * Remembers another window, and that asking went well.
     *
     * @param other the window
     * @return the memory with it
     */
    public RenewalMemory withWindow(AriWindow other) {
        return new RenewalMemory(other, null, trouble, issued, arriving, deployed, deployTrouble);
    }

    /**
     * Forgets the window.
     *
     * @return the memory without it
     */
    public RenewalMemory withoutWindow() {
        return new RenewalMemory(null, pause, trouble, issued, arriving, deployed, deployTrouble);
    }

    /**
     * Remembers that asking for a window gave none; one told before stays.
     *
     * @param other until when not to ask
     * @return the memory with it
     */
    public RenewalMemory withPause(AriPause other) {
        return new RenewalMemory(window, other, trouble, issued, arriving, deployed, deployTrouble);
    }

    /**
     * Remembers what went wrong.
     *
     * @param other the trouble
     * @return the memory with it
     */
    public RenewalMemory withTrouble(Trouble other) {
        return new RenewalMemory(window, pause, other, issued, null, deployed, deployTrouble);
    }

    /**
     * Remembers that a certificate has been got, before it is put in place.
     *
     * @param certificate where it came from
     * @return the memory with it
     */
    public RenewalMemory withArriving(Issuance certificate) {
        return new RenewalMemory(window, pause, trouble, issued, certificate, deployed, deployTrouble);
    }

    /**
     * Draws the conclusion from which certificate is in place. If it is the one that was about to be, all went well: there is no
     * trouble any more, and what the CA said of the former one means nothing. So whoever comes after a process that ended
     * just then knows all the same, also that the deploy hook is to be told.
     *
     * @param serial the serial number, in hexadecimal, of the certificate in place
     * @return the memory as it is then
     */
    public RenewalMemory settled(@Nullable String serial) {
        return arriving == null || !arriving.serial().equals(serial)
                ? this
                : new RenewalMemory(null, null, null, arriving, null, deployed, null);
    }

    /**
     * Tells where the certificate in place came from.
     *
     * @param serial its serial number in hexadecimal
     * @return where, or {@code null} if that is not known
     */
    public @Nullable Issuance issuanceOf(String serial) {
        return issued != null && issued.serial().equals(serial) ? issued : null;
    }

    /**
     * Tells whether the deploy hook is to be told of the certificate in place. It is not for one of unknown origin, such as one
     * that was here before anything was remembered.
     *
     * @param serial the certificate's serial number in hexadecimal
     * @return whether it is
     */
    public boolean owesDeploy(String serial) {
        return issuanceOf(serial) != null && !Objects.equals(deployed, serial);
    }

    /**
     * Remembers that the deploy hook has been told of a certificate, with success.
     *
     * @param serial the certificate's serial number in hexadecimal
     * @return the memory with it
     */
    public RenewalMemory withDeployed(String serial) {
        return new RenewalMemory(window, pause, trouble, issued, arriving, serial, null);
    }

    /**
     * Remembers that the deploy hook failed.
     *
     * @param other the trouble
     * @return the memory with it
     */
    public RenewalMemory withDeployTrouble(Trouble other) {
        return new RenewalMemory(window, pause, trouble, issued, arriving, deployed, other);
    }

    /**
     * Forgets that the deploy hook failed, since another one, or none, is wanted now.
     *
     * @return the memory without it
     */
    public RenewalMemory withoutDeployTrouble() {
        return new RenewalMemory(window, pause, trouble, issued, arriving, deployed, null);
    }
}
