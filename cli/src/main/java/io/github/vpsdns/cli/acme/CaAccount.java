// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.issue.CaDirectory;
import io.github.vpsdns.acme.issue.IssuingAccount;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;

/**
 * A CA, and who we are there.
 *
 * @param directory what the CA says of itself
 * @param account the account that is kept in the state directory
 */
public record CaAccount(CaDirectory directory, IssuingAccount account) {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

    /**
     * Finds the account.
     *
     * @param frame holds clock and environment
     * @param server the CA
     * @param state where accounts are kept
     * @return the account
     * @throws UsageException if there is none
     * @throws io.github.vpsdns.cli.base.FailedException if the CA cannot be asked
     */
    public static CaAccount stored(Frame frame, AcmeServer server, StateOptions state) {
        StateDirectory directory = new StateDirectory(state.directory(frame.host()));
        CaDirectory ca = read(frame, server);
        return new CaAccount(
                ca,
                ca.stored(directory.accounts())
                        .orElseThrow(() -> new UsageException("there is no account at " + server.host() + " in '"
                                + directory.path()
                                + "'; 'vpsdns acme issue' and 'vpsdns acme persist set' make one, or give --dir")));
    }

    /**
     * Finds the account, or makes one.
     *
     * @param frame holds clock and environment
     * @param server the CA
     * @param state where accounts are kept
     * @param settings what a new account needs
     * @return the account
     * @throws io.github.vpsdns.cli.base.FailedException if the CA cannot be asked, or makes none
     */
    public static CaAccount storedOrMade(Frame frame, AcmeServer server, StateOptions state, AccountSettings settings) {
        Timekeeper time = frame.host().time();
        StateDirectory directory = new StateDirectory(state.directory(frame.host())).prepare();
        CaDirectory ca = read(frame, server);
        try (StateLock held = directory.lock(LOCK_LIMIT, time)) {
            requireNonNull(held);
            return new CaAccount(ca, ca.storedOrMade(directory.accounts(), settings));
        } catch (CaException e) {
            throw CaRefusal.of(e, time.now());
        }
    }

    /**
     * Asks a CA what it says of itself.
     *
     * @param frame holds the clock
     * @param server the CA
     * @return its directory
     * @throws io.github.vpsdns.cli.base.FailedException if the CA cannot be asked
     */
    public static CaDirectory read(Frame frame, AcmeServer server) {
        Timekeeper time = frame.host().time();
        try {
            return CaDirectory.read(server, time);
        } catch (CaException e) {
            throw CaRefusal.of(e, time.now());
        }
    }
}
