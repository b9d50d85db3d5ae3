// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.CaCalls;
import io.github.vpsdns.acme.ca.internal.RenewalAnswer;
import io.github.vpsdns.acme.schedule.AriPause;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Schedule;
import io.github.vpsdns.acme.schedule.Suggestion;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Timekeeper;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a CA when a certificate should be renewed, as often as it wants to be asked (RFC 9773 section 4.3). Whatever goes wrong is
 * logged, and changes nothing but when it is asked again. Thread-safe.
 */
final class AriRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(AriRefresh.class);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Memories memories;
    private final Schedule schedule;
    private final Timekeeper time;
    private final RandomGenerator random;
    private final News news;

    /** One connection a CA: each has a thread of its own, and many certificates may be asked about at once. */
    private final Map<AcmeServer, Ca> connections = new ConcurrentHashMap<>();

    AriRefresh(Memories memories, Schedule schedule, Timekeeper time, RandomGenerator random, News news) {
        this.memories = memories;
        this.schedule = schedule;
        this.time = time;
        this.random = random;
        this.news = news;
    }

    /** Asks if the CA is to be asked now, and returns what is remembered then. */
    Standing run(Standing standing, RenewalRequest request) {
        X509Certificate certificate = standing.certificate();
        Optional<String> id = standing.certificateId();
        if (certificate == null || id.isEmpty() || !isTimeToAsk(standing, certificate)) {
            return standing;
        }
        RenewalMemory memory = standing.memory();
        RenewalMemory now;
        try {
            now = asked(standing, id.get(), ask(request, certificate));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            // What is trusted may have to be read anew.
            connections.remove(request.server());
            AriPause pause = schedule.pause(memory.pause(), USUAL, time.now());
            LOG.info(
                    "{}: when to renew is not known for now, next asked at {}: {}",
                    standing.name(),
                    pause.until(),
                    e.getMessage());
            now = memory.withPause(pause);
        }
        AriWindow window = now.window();
        AriPause pause = now.pause();
        memories.change(standing.name(), stored -> {
            RenewalMemory settled = stored.settled(standing.serial());
            RenewalMemory windowed = window == null ? settled.withoutWindow() : settled.withWindow(window);
            return pause == null ? windowed : windowed.withPause(pause);
        });
        return new Standing(standing.name(), standing.files(), now);
    }

    private boolean isTimeToAsk(Standing standing, X509Certificate certificate) {
        Instant now = time.now();
        AriWindow window = standing.memory().window();
        AriPause pause = standing.memory().pause();
        return certificate.getNotAfter().toInstant().isAfter(now)
                && !(pause != null && isAhead(pause.until(), now))
                && !(pause == null && window != null && isAhead(window.askAgainAt(), now));
    }

    /** A moment further ahead than any that is ever set is by a clock that was wrong. */
    private static boolean isAhead(Instant moment, Instant now) {
        return moment.isAfter(now) && !moment.isAfter(now.plus(LONGEST));
    }

    private Optional<RenewalAnswer> ask(RenewalRequest request, X509Certificate certificate) {
        Ca ca = connections.computeIfAbsent(
                request.server(), server -> new Ca(server, new CaCalls(server.host(), time, random)));
        return ca.renewalInfo(certificate);
    }

    private RenewalMemory asked(Standing standing, String id, Optional<RenewalAnswer> answer) {
        Instant now = time.now();
        RenewalMemory memory = standing.memory();
        if (answer.isEmpty()) {
            return memory.withoutWindow().withPause(new AriPause(0, now.plus(USUAL)));
        }
        RenewalAnswer said = answer.get();
        AriWindow before = memory.window();
        AriWindow window = schedule.window(
                before,
                id,
                new Suggestion(said.start(), said.end(), said.explanation()),
                now.plus(pause(said.askAgain(), now)));
        if (before == null || !before.chosen().equals(window.chosen())) {
            tell(standing, before, window);
        }
        return memory.withWindow(window);
    }

    private static Duration pause(@Nullable Instant askAgain, Instant now) {
        if (askAgain == null) {
            return USUAL;
        }
        Duration asked = Duration.between(now, askAgain);
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private void tell(Standing standing, @Nullable AriWindow before, AriWindow window) {
        if (before != null) {
            LOG.warn(
                    "{}: the CA wants it renewed between {} and {}, no longer between {} and {}{}",
                    standing.name(),
                    window.start(),
                    window.end(),
                    before.start(),
                    before.end(),
                    window.explanation() == null ? "" : "; see " + window.explanation());
        }
        news.tell(told -> told.windowChanged(standing.name(), before, window));
    }
}
