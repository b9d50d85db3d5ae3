// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.account.AccountDetails;
import io.github.vpsdns.acme.account.AccountService;
import io.github.vpsdns.acme.account.NoAccountException;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.MailAddress;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.cli.acme.CaAccess;
import io.github.vpsdns.cli.acme.CaRefusal;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What the account commands do; apart from them, because their classes are loaded for any line. */
final class AccountWork {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

    private final Frame frame;
    private final StateDirectory state;
    private final AcmeServer server;

    private AccountWork(Frame frame, StateDirectory state, AcmeServer server) {
        this.frame = frame;
        this.state = state;
        this.server = server;
    }

    static AccountWork of(Frame frame, AccountOptions options) {
        StateDirectory state = new StateDirectory(options.state.directory(frame.host()));
        URI directory = options.server == null
                ? onlyServer(state)
                : AcmeServer.of(options.server, null).directory();
        if (!state.accounts().list().contains(directory)) {
            throw new NoAccountException(directory);
        }
        return new AccountWork(frame, state, CaAccess.known(state, directory, options.serverCa));
    }

    void show() {
        AccountDetails account = locked(AccountService::show);
        print(account);
    }

    void update(List<String> emails, boolean none) {
        List<MailAddress> addresses = emails.stream().map(MailAddress::new).toList();
        if (addresses.isEmpty() != none) {
            throw new UsageException(
                    none
                            ? "--email and --no-email contradict each other; leave one out"
                            : "nothing to change; give --email ADDRESS, as often as needed, or --no-email");
        }
        print(locked(service -> {
            AccountDetails account = service.updateContacts(addresses);
            keep(emails);
            return account;
        }));
    }

    /** Else the next renewal would give the account the address again that was said at the issue. */
    private void keep(List<String> emails) {
        String only = emails.size() == 1 ? emails.get(0) : null;
        for (LineageName name : state.renewals().list()) {
            try {
                state.renewals()
                        .load(name)
                        .filter(settings -> settings.server().equals(server.directory()))
                        .ifPresent(settings -> state.renewals()
                                .save(name, settings.toBuilder().email(only).build()));
            } catch (StoreException e) {
                // The CA has the addresses by now, so the others are to follow.
                frame.note(Printable.of(name + ": its renewal keeps the former address: " + e.getMessage()));
            }
        }
    }

    void rollOver(String keyType) {
        KeyType type = KeyType.of(keyType);
        print(locked(service -> service.rollOver(type)));
    }

    void deactivate(boolean yes) {
        if (!yes) {
            throw new UsageException("nothing was done: this would close the account at " + server.directory()
                    + " for good, and the next certificate from there needs a new one; give --yes to do it");
        }
        boolean open = locked(AccountService::deactivate);
        frame.result(
                (open ? "deactivated the account at " : "the account was deactivated before at ") + server.directory()
                        + "; it is forgotten here",
                () -> new Deactivated(server.directory().toString(), open));
    }

    private record Deactivated(String server, boolean deactivatedNow) {}

    private void print(AccountDetails account) {
        AccountView view = AccountView.of(account);
        frame.result(view.text(), () -> view);
    }

    private <T> T locked(Function<AccountService, T> work) {
        Timekeeper time = frame.host().time();
        try (StateLock held = state.prepare().lock(LOCK_LIMIT, time)) {
            requireNonNull(held);
            return work.apply(new AccountService(server, state.accounts(), time));
        } catch (CaException e) {
            throw CaRefusal.of(e, time.now());
        }
    }

    private static URI onlyServer(StateDirectory state) {
        return CaAccess.onlyAccount(state)
                .orElseThrow(() -> new UsageException("there is no account in '" + state.path()
                        + "'; the first certificate makes one, or give --dir"));
    }
}
