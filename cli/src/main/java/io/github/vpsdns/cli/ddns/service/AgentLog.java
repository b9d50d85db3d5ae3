// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.service.AddressText;
import io.github.vpsdns.cli.terminal.Printable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service does, one line each: for people on standard error, with the time unless systemd's journal adds it; with {@code
 * --json} a document each on standard output. Guarded by itself.
 */
final class AgentLog {
    private record Document(
            Instant time,
            String event,
            @Nullable String name,
            @Nullable String family,
            String message,
            List<String> before,
            List<String> now,
            @Nullable Instant nextAttempt,
            int leftOut,
            @Nullable Failure error) {}

    private final Frame frame;
    private final boolean timed;

    AgentLog(Frame frame) {
        this.frame = frame;
        this.timed = frame.host().variable("JOURNAL_STREAM").isEmpty();
    }

    /** Says something of the service as a whole. */
    void say(String event, String message) {
        say(Told.of(event, message), 0);
    }

    /**
     * Says something.
     *
     * @param told what
     * @param leftOut how often the same was left out before
     */
    synchronized void say(Told told, int leftOut) {
        Instant now = frame.host().time().now();
        if (frame.globals().json()) {
            frame.document(document(now, told, leftOut));
            return;
        }
        String often = leftOut == 0 ? "" : " (and " + leftOut + " times before that was not said)";
        frame.note((timed ? AgentWords.time(now) + " " : "") + Printable.of(told.line() + often));
    }

    private static Document document(Instant time, Told told, int leftOut) {
        return new Document(
                time,
                told.event(),
                told.name() == null ? null : told.name().toString(),
                told.family() == null ? null : told.family().word(),
                told.message(),
                AddressText.list(told.before()),
                AddressText.list(told.now()),
                told.nextAttempt(),
                leftOut,
                told.error());
    }
}
