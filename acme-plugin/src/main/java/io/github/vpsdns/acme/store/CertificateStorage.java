// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where certificates, their accounts and what is remembered of their renewal are kept: files, memory, or a place of the
 * program's own, such as a database, which implements this.
 *
 * <p>Implementations are thread-safe for reading; changing is for the holder of the {@linkplain #lock lock}. What has been saved
 * when a method returns survives whatever the storage is made to survive; a failed save leaves the former content.
 */
public interface CertificateStorage {
    /** The right to change what is kept, until it is closed. */
    interface Lock extends AutoCloseable {
        /** Gives the right back; a second time does nothing. */
        @Override
        void close();
    }

    /**
     * Waits until nobody else changes what is kept, in whatever process.
     *
     * @param limit how long to wait at most
     * @param time the clock
     * @return the right to change it
     * @throws StateLockedException if somebody else had it all the time
     * @throws StoreException if it cannot be had at all
     * @throws io.github.vpsdns.core.CancelledException if the thread is interrupted, with the flag set again
     */
    Lock lock(Duration limit, Timekeeper time);

    /**
     * Returns the accounts.
     *
     * @return one a certificate authority
     */
    AccountStore accounts();

    /**
     * Looks up the newest certificate of a name.
     *
     * @param name the name
     * @return the certificate with its key if that is kept, or empty if there is none
     * @throws StoreException if it cannot be read
     */
    Optional<CertificateFiles> load(LineageName name);

    /**
     * Makes a certificate the newest of its name, wholly or not at all.
     *
     * @param name the name
     * @param certificate the certificate, with its key if that is to be kept
     * @throws StoreException if that failed; then the former one is in place
     */
    void install(LineageName name, CertificateFiles certificate);

    /**
     * Looks up what is remembered of a name.
     *
     * @param name the name
     * @return what was saved last, or {@link RenewalMemory#EMPTY}
     * @throws StoreException if it cannot be read
     */
    RenewalMemory memory(LineageName name);

    /**
     * Changes what is remembered of a name, on what was saved last, in one step among all that do so in whatever process. This
     * needs no {@linkplain #lock lock}, which may be held for long, and takes only a moment, also on an interrupted thread.
     *
     * @param name the name
     * @param change makes of the former memory the new one; where the former cannot be understood it gets {@link
     *     RenewalMemory#EMPTY}
     * @return the new memory
     * @throws StoreException if it cannot be saved; then the former is in place
     */
    RenewalMemory update(LineageName name, UnaryOperator<RenewalMemory> change);

    /**
     * Takes the right to tell of the newest certificate of a name, so that no two processes run its deploy hook at once.
     *
     * @param name the name
     * @return the right, or empty if somebody else has it now
     * @throws StoreException if it cannot be had at all
     */
    Optional<Lock> tryDeploy(LineageName name);

    /**
     * Returns a storage that is forgotten with its process.
     *
     * @return a new, empty storage
     */
    static CertificateStorage inMemory() {
        return new MemoryStorage();
    }
}
