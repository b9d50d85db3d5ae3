// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

/** A database with everything that is kept. Thread-safe. */
public interface Store extends AutoCloseable {
    /**
     * Returns the sets of records.
     *
     * @return the same at each call
     */
    HostBook hosts();

    /**
     * Returns the changes of the past, which {@link HostBook#finished} adds to.
     *
     * @return the same at each call
     */
    HistoryBook history();

    /**
     * Returns the wrong passwords.
     *
     * @return the same at each call
     */
    FailureBook failures();

    /**
     * Returns the values of challenges.
     *
     * @return the same at each call
     */
    ChallengeBook challenges();

    /**
     * Returns the acme-dns accounts.
     *
     * @return the same at each call
     */
    AccountBook accounts();

    /** Gives the database back. */
    @Override
    void close();
}
