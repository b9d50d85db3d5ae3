// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentEvent.AddressChanged;
import io.github.vpsdns.ddns.report.AgentEvent.AddressUnconfirmed;
import io.github.vpsdns.ddns.report.AgentEvent.ApiPaused;
import io.github.vpsdns.ddns.report.AgentEvent.ApiResumed;
import io.github.vpsdns.ddns.report.AgentEvent.ClockJumped;
import io.github.vpsdns.ddns.report.AgentEvent.DriftFound;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsReleased;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsVerified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWithdrawn;
import io.github.vpsdns.ddns.report.AgentListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what the agent tells, once: what happens again and again is left out, see {@link Repeats}. Changes are always said; records
 * that somebody else changes again and again are not.
 *
 * <p>Told on the agent's threads, one event after the other, and not thread-safe.
 */
final class Telling implements AgentListener {
    /** What is for more than the log. Failures are told when they last, see {@link Troubles}. */
    private static final Set<String> NOTICES =
            Set.of("published", "drift", "withdrawn", "api-refused", "api-resumed", "memory-unusable");

    private final AgentLog log;
    private final Repeats repeats;
    private final Consumer<AgentNotice> notices;
    private final boolean all;
    /** Records of which it was not said that they were published. */
    private final Set<String> unsaid = new HashSet<>();

    private boolean refused;
    /** Whether there is a pause of calls, and whether it was said. */
    private boolean paused;

    private boolean pauseSaid;

    Telling(AgentLog log, Repeats repeats, Consumer<AgentNotice> notices, boolean all) {
        this.log = log;
        this.repeats = repeats;
        this.notices = notices;
        this.all = all;
    }

    @Override
    public void onEvent(AgentEvent event) {
        Told told = AgentWords.of(event);
        int leftOut = leftOut(event, told);
        forgetWhatIsOver(event, told.subject(), leftOut);
        if (leftOut >= 0 || all) {
            log.say(told, Math.max(leftOut, 0));
        }
        if (leftOut >= 0 && isForNotice(told)) {
            notices.accept(new AgentNotice(told));
        }
    }

    /** That the API answers again is for the log only, where that it does not was for the log only. */
    private boolean isForNotice(Told told) {
        boolean resumed = told.event().equals("api-resumed");
        boolean wanted = NOTICES.contains(told.event()) && (!resumed || refused);
        refused = told.event().equals("api-refused") || (refused && !resumed);
        return wanted;
    }

    /** A pause is not forgotten, so that an API that comes and goes is not told of each time. */
    private void forgetWhatIsOver(AgentEvent event, String subject, int leftOut) {
        if (event instanceof AddressChanged) {
            over(subject, "address-unknown", "address-unconfirmed");
        } else if (event instanceof RecordsPublished) {
            over(subject, "failed", "unverified");
        } else if (event instanceof ApiResumed && leftOut >= 0) {
            over(subject, "api-refused", "compared");
        }
    }

    private void over(String subject, String... events) {
        for (String word : events) {
            repeats.over(List.of(word, subject));
        }
    }

    private int leftOut(AgentEvent event, Told told) {
        if (event instanceof RecordsVerified) {
            return unsaid.contains(told.subject()) ? -1 : 0;
        }
        if (event instanceof ApiResumed) {
            boolean silent = paused && !pauseSaid;
            paused = false;
            pauseSaid = false;
            return silent ? -1 : 0;
        }
        Object kind = kind(event, told);
        int leftOut = kind == null ? 0 : repeats.leftOut(List.of(told.event(), told.subject()), kind);
        if (event instanceof ApiPaused) {
            paused = true;
            pauseSaid |= leftOut >= 0;
        }
        if (event instanceof RecordsPublished) {
            if (leftOut < 0) {
                unsaid.add(told.subject());
            } else {
                unsaid.remove(told.subject());
            }
        }
        return leftOut;
    }

    /** Returns what is equal when the same happens again; {@code null} if each time is worth saying. */
    private static @Nullable Object kind(AgentEvent event, Told told) {
        if (event instanceof RecordsPublished published) {
            return published.reaction() == null ? List.of(told.before(), told.now()) : null;
        }
        if (event instanceof AddressUnconfirmed || event instanceof DriftFound) {
            return told.now();
        }
        if (event instanceof AddressChanged
                || event instanceof ClockJumped
                || event instanceof RecordsReleased
                || event instanceof RecordsWithdrawn) {
            return null;
        }
        Failure failure = told.error();
        return failure == null ? told.message() : List.of(failure.kind(), String.valueOf(failure.httpStatus()));
    }
}
