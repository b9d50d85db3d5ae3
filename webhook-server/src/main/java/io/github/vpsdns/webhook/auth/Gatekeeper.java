// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.auth.Attempt.Reading;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Verifies users, remembers who was right, counts who was wrong, and limits how often each may come.
 *
 * <p>A password that was verified before is known again at once, so that slow hashes slow nobody down but guessers. Wrong ones are
 * counted as the package's introduction says; if a failure cannot be noted, the answer is {@link Admission.Busy}, and says nothing of
 * the password.
 *
 * <p>Thread-safe. Verifications run on threads of its own, at most two at a time; what its stages complete runs there too.
 */
public final class Gatekeeper implements Doorkeeper, AutoCloseable {
    private static final int MOST_ALTERNATIVES = 4;
    private static final int STRANGERS = 2_000;

    private final Timekeeper time;
    private final WebhookListener listener;
    private final FailureLedger ledger;
    private final Verifier verifier = new Verifier();
    private final Fingerprints fingerprints = new Fingerprints();
    private final RecentMisses strangers = new RecentMisses(STRANGERS);
    private volatile Roll roll;

    /**
     * Reads the failures that are still to be counted.
     *
     * @param users who there is
     * @param limits how much is taken of whom
     * @param book where failures are kept
     * @param time the clock
     * @param listener is told who is not let in
     * @throws StoreException if the book cannot be read
     */
    public Gatekeeper(List<User> users, Limits limits, FailureBook book, Timekeeper time, WebhookListener listener) {
        this(users, limits, book, time, listener, "");
    }

    Gatekeeper(
            List<User> users, Limits limits, FailureBook book, Timekeeper time, WebhookListener listener, String door) {
        this.time = time;
        this.listener = listener;
        ledger = new FailureLedger(book, limits, time, listener, door);
        roll = Roll.of(users, limits, null, time.nanoTime());
    }

    /**
     * Takes other users and limits for all requests to come. Who has the same password as before need not be verified again, and
     * failures stay counted.
     *
     * @param users who there is
     * @param limits how much is taken of whom
     */
    public synchronized void reconfigure(List<User> users, Limits limits) {
        roll = Roll.of(users, limits, roll, time.nanoTime());
    }

    /**
     * Takes an address for one from which a user has logged in, as an earlier life of the server knew. Does nothing for who is no user.
     *
     * @param user the name
     * @param client from where they came; the last one that is told is the last one that they came from
     */
    public void recall(String user, InetAddress client) {
        Account account = roll.account(user);
        if (account != null) {
            account.memory().familiar.met(client);
        }
    }

    /**
     * Verifies credentials.
     *
     * @param alternatives up to four readings of what the client sent; nobody is admitted with none, and that counts as no failure
     * @param client where it comes from
     * @return completed at once if the answer is known, otherwise later by another thread; {@link Admission.Busy} once closed
     * @throws IllegalArgumentException if there are more than four readings
     */
    @Override
    public CompletionStage<Admission> admit(List<Credentials> alternatives, InetAddress client) {
        if (alternatives.size() > MOST_ALTERNATIVES) {
            throw new IllegalArgumentException(alternatives.size() + " readings of one try");
        }
        if (alternatives.isEmpty()) {
            return CompletableFuture.completedStage(new Admission.Refused());
        }
        Attempt attempt = attempt(alternatives, client);
        Admission known = known(attempt);
        if (known != null) {
            return CompletableFuture.completedStage(known);
        }
        return verifier.verify(attempt.key(), attempt.origin(), () -> verify(attempt))
                .thenApply(verdict -> answer(verdict, attempt, alternatives));
    }

    private Attempt attempt(List<Credentials> alternatives, InetAddress client) {
        return Attempt.of(alternatives, client, roll, time.now(), fingerprints);
    }

    /** What can be said without verifying, or {@code null}. */
    private @Nullable Admission known(Attempt attempt) {
        var until = ledger.lockedUntil(attempt.locking(fingerprints), attempt.limits());
        if (until != null) {
            return new Admission.LockedOut(until);
        }
        for (Reading reading : attempt.readings()) {
            if (reading.account() != null && reading.account().memory().isRight(reading.fingerprint())) {
                return enter(reading.account(), attempt);
            }
        }
        return attempt.readings().stream().allMatch(reading -> wasWrong(reading, attempt))
                ? refused(attempt, "the same wrong password as before")
                : null;
    }

    private boolean wasWrong(Reading reading, Attempt attempt) {
        return misses(reading)
                .has(reading.fingerprint(), attempt.now(), attempt.limits().lockout());
    }

    private RecentMisses misses(Reading reading) {
        return reading.account() == null ? strangers : reading.account().memory().misses;
    }

    private Admission enter(Account account, Attempt attempt) {
        String obstacle = account.obstacle(attempt.client(), attempt.now());
        if (obstacle != null) {
            return refused(attempt, obstacle);
        }
        account.memory().familiar.met(attempt.client());
        long wait = account.memory()
                .allowance
                .take(time.nanoTime(), attempt.limits().userRequests());
        return wait == 0
                ? new Admission.Admitted(account.user())
                : new Admission.TooMany(attempt.now().plusNanos(wait));
    }

    private Admission refused(Attempt attempt, String reason) {
        Account account = attempt.account();
        listener.onEvent(new WebhookEvent.Denied(
                account == null ? null : account.user().name(),
                attempt.client(),
                account == null ? "there is no such user" : reason));
        return new Admission.Refused();
    }

    private Verdict verify(Attempt attempt) {
        if (ledger.lockedUntil(attempt.locking(fingerprints), attempt.limits()) != null) {
            return Verdict.LOCKED;
        }
        if (attempt.readings().stream().allMatch(reading -> wasWrong(reading, attempt))) {
            return Verdict.WRONG;
        }
        for (Reading reading : attempt.readings()) {
            if (isRight(reading, attempt.roll())) {
                return Verdict.RIGHT;
            }
        }
        try {
            if (!ledger.add(attempt.counting(fingerprints), attempt.locking(fingerprints), attempt.limits())) {
                return Verdict.LOCKED;
            }
        } catch (StoreException e) {
            return Verdict.BUSY;
        }
        attempt.readings().forEach(reading -> misses(reading).add(reading.fingerprint(), attempt.now()));
        return Verdict.WRONG;
    }

    private boolean isRight(Reading reading, Roll roll) {
        Credentials given = reading.credentials();
        Account account = reading.account();
        PasswordHash hash = account == null
                ? roll.decoy(fingerprints.of(given.user()))
                : account.user().password();
        if (!hash.matches(given.password()) || account == null) {
            return false;
        }
        account.memory().verified(reading.fingerprint());
        return true;
    }

    /** Asks again what is known, by the settings of now: they may be others, and other failures may have come in between. */
    private Admission answer(Verdict verdict, Attempt attempt, List<Credentials> alternatives) {
        Admission answer = switch (verdict) {
            case WRONG -> refused(attempt, "the password is wrong");
            case RIGHT, LOCKED -> known(attempt(alternatives, attempt.client()));
            case BUSY -> null;
        };
        return answer == null ? new Admission.Busy() : answer;
    }

    /**
     * Tells who is locked out.
     *
     * @return as far as this process knows; whose lock ends first comes first
     */
    public List<Lockout> lockouts() {
        return ledger.lockouts(roll.limits());
    }

    /** How many entries an attacker could have made it keep. */
    int remembered() {
        return ledger.size() + strangers.size();
    }

    /** Lets the verifications under way end, within 10 seconds, and refuses all others as {@link Admission.Busy}. */
    @Override
    public void close() {
        verifier.close();
    }
}
