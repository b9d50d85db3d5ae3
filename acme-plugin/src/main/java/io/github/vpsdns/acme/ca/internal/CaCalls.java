// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes requests to the CA, and makes them again where that is safe and helps: acme4j itself repeats nothing but a bad nonce.
 *
 * <p>Network faults, server faults and rate limits that end soon are tried up to five times with growing, jittered waits, or as
 * {@code Retry-After} says if that is half a minute at most, within two minutes. Interruptible. Thread-safe.
 */
public final class CaCalls {
    private static final Logger LOG = LoggerFactory.getLogger(CaCalls.class);
    private static final int TRIES = 5;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final String host;
    private final Timekeeper time;
    private final RandomGenerator random;

    public CaCalls(String host, Timekeeper time, RandomGenerator random) {
        this.host = host;
        this.time = time;
        this.random = random;
    }

    public Timekeeper time() {
        return time;
    }

    /** A request by acme4j. */
    public interface Call<T> {
        T run() throws AcmeException;
    }

    /** A request by acme4j whose answer does not matter. */
    public interface Action {
        void run() throws AcmeException;
    }

    /** Makes a request that may be repeated. */
    public <T> T call(String what, Call<T> call) {
        return call(what, call, Deadline.after(LIMIT, time));
    }

    /** Makes a request that may be repeated, not after the deadline. */
    public <T> T call(String what, Call<T> call, Deadline given) {
        Deadline deadline = given.remaining().compareTo(LIMIT) < 0 ? given : Deadline.after(LIMIT, time);
        for (int attempt = 1; ; attempt++) {
            try {
                if (Thread.interrupted()) {
                    throw CancelledException.interrupted(what, new InterruptedException());
                }
                return call.run();
            } catch (AcmeException | AcmeLazyLoadingException | AcmeProtocolException e) {
                CaFailure failure = new CaFailure(host, e);
                Duration wait = wait(failure, attempt);
                if (failure.isInterrupt()
                        || !failure.isTransient()
                        || attempt == TRIES
                        || wait.compareTo(LONGEST_WAIT) > 0
                        || wait.compareTo(deadline.remaining()) >= 0) {
                    throw failure.toThrow(what, time.now());
                }
                LOG.info("{}: {}; trying again in {} ms", what, e.getMessage(), wait.toMillis());
                sleep(what, wait);
            }
        }
    }

    /** Makes a request that must take effect once: after a fault it is read back before it is made again. */
    public void settle(String what, Action request, Call<Boolean> tookEffect) {
        AtomicBoolean sent = new AtomicBoolean();
        call(what, () -> {
            if (!sent.getAndSet(true) || !tookEffect.run()) {
                request.run();
            }
            return true;
        });
    }

    public void sleep(String what, Duration wait) {
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            throw CancelledException.interrupted(what, e);
        }
    }

    private Duration wait(CaFailure failure, int attempt) {
        Duration own = FIRST_WAIT.multipliedBy(1L << (attempt - 1));
        Duration jittered = Duration.ofMillis((long) (own.toMillis() * (0.5 + random.nextDouble() / 2)));
        return failure.retryAfter(time.now())
                .map(asked -> asked.compareTo(FIRST_WAIT) < 0 ? FIRST_WAIT : asked)
                .orElse(jittered);
    }
}
