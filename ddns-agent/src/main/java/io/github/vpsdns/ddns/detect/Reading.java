// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of one source for one family, under way or over. Guarded by the {@link Readings} that it belongs to. */
final class Reading {
    /** What came of a reading, for one who waits for it. */
    record Reply(SourceSpec source, Answer answer, Duration took) {}

    /** What never reached anybody may be tried again that soon, so that a network that comes up is noticed. */
    private static final Duration UNREACHED = Duration.ofSeconds(5);

    /** For how long an answer serves other rules too: those that share a source must not starve each other. */
    private static final Duration SHARED = Duration.ofSeconds(2);

    private final SourceSpec source;
    private final long started;
    private final Set<AddressRule> served = new HashSet<>();
    private final Set<Queue<Reply>> waiting = new HashSet<>();
    private @Nullable Answer answer;
    private Runnable breakOff = () -> {};
    private long ended;
    private boolean givenUp;

    Reading(SourceSpec source, long started) {
        this.source = source;
        this.started = started;
    }

    /** Learns how it is broken off. */
    void begun(Runnable how) {
        breakOff = how;
    }

    boolean canBeJoined() {
        return answer == null && !givenUp;
    }

    boolean isUnderWay() {
        return answer == null;
    }

    /** Tells whether its answer is as good as a new one for a rule. */
    boolean isNewTo(AddressRule rule, long now) {
        return answer != null && !givenUp && now - ended <= SHARED.toNanos() && !served.contains(rule);
    }

    /** Returns how long the source must not be read again, zero or less if it may. */
    Duration hold(long now) {
        Duration pace = source.pace();
        boolean reached = !(answer instanceof Answer.Failed failed) || failed.reached();
        Duration hold = reached || pace.compareTo(UNREACHED) < 0 ? pace : UNREACHED;
        return hold.minusNanos(now - started);
    }

    void join(AddressRule rule, Queue<Reply> replies) {
        served.add(rule);
        if (answer == null) {
            waiting.add(replies);
        } else {
            replies.add(new Reply(source, answer, Duration.ofNanos(ended - started)));
        }
    }

    void end(Answer how, long now) {
        answer = how;
        ended = now;
        waiting.forEach(replies -> replies.add(new Reply(source, how, Duration.ofNanos(ended - started))));
        waiting.clear();
    }

    /** One waits no longer; when nobody does, there is no use in it. Each who waits has a queue, which equals itself alone. */
    @SuppressWarnings("CollectionUndefinedEquality")
    void leave(Queue<Reply> replies) {
        if (waiting.remove(replies) && waiting.isEmpty()) {
            givenUp = true;
            breakOff.run();
        }
    }
}
