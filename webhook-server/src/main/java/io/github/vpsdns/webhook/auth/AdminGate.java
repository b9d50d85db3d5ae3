// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.store.FailureBook;
import io.github.vpsdns.webhook.store.StoreException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Guards the page for people as {@link Gatekeeper} does users, apart from them: it has failures and threads of its own, so that who
 * keeps the one busy does not keep people out of the other.
 *
 * <p>Thread-safe.
 */
public final class AdminGate implements AdminDoor, AutoCloseable {
    private static final String DOOR = "admin page, ";
    private static final String NAME = "admin";

    private final Gatekeeper gatekeeper;

    /**
     * Reads the failures that are still to be counted.
     *
     * @param password what has to be given
     * @param limits how many failures are allowed; requests are not limited
     * @param book where failures are kept
     * @param time the clock
     * @param listener is told who is not let in
     * @throws StoreException if the book cannot be read
     */
    public AdminGate(
            PasswordHash password, Limits limits, FailureBook book, Timekeeper time, WebhookListener listener) {
        gatekeeper = new Gatekeeper(
                owner(password),
                unhurried(limits),
                book,
                time,
                event -> listener.onEvent(
                        event instanceof WebhookEvent.Denied denied
                                ? new WebhookEvent.Denied(null, denied.client(), DOOR + denied.reason())
                                : event),
                DOOR);
    }

    /**
     * Takes another password and other limits for all requests to come.
     *
     * @param password what has to be given
     * @param limits how many failures are allowed
     */
    public void reconfigure(PasswordHash password, Limits limits) {
        gatekeeper.reconfigure(owner(password), unhurried(limits));
    }

    @Override
    public CompletionStage<SignIn> admit(String password, InetAddress client) {
        return gatekeeper
                .admit(List.of(new Credentials(NAME, password)), client)
                .thenApply(AdminGate::signIn);
    }

    private static SignIn signIn(Admission admission) {
        if (admission instanceof Admission.Admitted) {
            return new SignIn.Welcome();
        }
        if (admission instanceof Admission.LockedOut locked) {
            return new SignIn.LockedOut(locked.until());
        }
        return admission instanceof Admission.Refused ? new SignIn.Refused() : new SignIn.Busy();
    }

    private static List<User> owner(PasswordHash password) {
        return List.of(new User(NAME, password, List.of(), List.of(), List.of(), null));
    }

    private static Limits unhurried(Limits limits) {
        return new Limits(
                limits.accountFailures(),
                limits.addressFailures(),
                limits.lockout(),
                Integer.MAX_VALUE,
                limits.nameChanges());
    }

    /**
     * Tells who is locked out of the page.
     *
     * @return as far as this process knows; whose lock ends first comes first
     */
    public List<Lockout> lockouts() {
        return gatekeeper.lockouts();
    }

    /** Lets the verifications under way end, within 10 seconds, and refuses all others. */
    @Override
    public void close() {
        gatekeeper.close();
    }
}
