// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.dns01.CleanupReport.Leftover;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes own values away, and never anything else.
 *
 * <p>An interrupt ends it, with what is not done reported as left. Immutable and thread-safe.
 */
final class ValueRemover {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final RecordEditor editor;
    private final Journal journal;
    private final Timekeeper time;

    ValueRemover(RecordEditor editor, Journal journal, Timekeeper time) {
        this.editor = editor;
        this.journal = journal;
        this.time = time;
    }

    /** Removes the values in one attempt. */
    CleanupReport removeOnce(Collection<OwnValue> values) {
        return remove(values, List.of());
    }

    /**
     * Removes the values in up to three attempts. A value that may have been written and is not there is looked for in each of
     * them: the API may still be carrying out a request that was cut off.
     */
    CleanupReport remove(Collection<OwnValue> values) {
        return remove(values, PAUSES);
    }

    private CleanupReport remove(Collection<OwnValue> values, List<Duration> pauses) {
        List<DomainName> gone = new ArrayList<>();
        Iterator<Duration> next = pauses.iterator();
        Map<OwnValue, VpsDnsException> left = attempt(values, !next.hasNext(), gone);
        while (next.hasNext() && left.values().stream().anyMatch(VpsDnsException::isTransient) && slept(next.next())) {
            left = attempt(List.copyOf(left.keySet()), !next.hasNext(), gone);
        }
        return new CleanupReport(gone, leave(left));
    }

    private Map<OwnValue, VpsDnsException> attempt(Collection<OwnValue> values, boolean last, List<DomainName> gone) {
        RemovalAttempt attempt = new RemovalAttempt(editor);
        Map<OwnValue, VpsDnsException> left = new LinkedHashMap<>(attempt.run(values));
        if (!last) {
            attempt.unseen().forEach(value -> left.put(value, new UnseenException()));
        }
        for (OwnValue value : values) {
            if (!left.containsKey(value)) {
                journal.closed(value.entry());
                if (attempt.removed(value)) {
                    gone.add(value.name());
                }
            }
        }
        return left;
    }

    /** A value is not there yet. */
    private static final class UnseenException extends VpsDnsException {
        private static final long serialVersionUID = 1L;

        UnseenException() {
            super("it is not there, but may still be written", null);
        }

        @Override
        public boolean isTransient() {
            return true;
        }
    }

    private boolean slept(Duration pause) {
        try {
            time.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A service may live for months: what it cannot remove now is left for its own next sweep, too. */
    private List<Leftover> leave(Map<OwnValue, VpsDnsException> left) {
        List<Leftover> leftovers = new ArrayList<>();
        left.forEach((value, reason) -> {
            journal.abandoned(value.entry());
            leftovers.add(new Leftover(value.name(), value.entry().value(), String.valueOf(reason.getMessage())));
        });
        return leftovers;
    }
}
