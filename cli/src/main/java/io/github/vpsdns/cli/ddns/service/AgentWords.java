// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Seconds;
import io.github.vpsdns.cli.service.AddressText;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentEvent.AboutAddress;
import io.github.vpsdns.ddns.report.AgentEvent.AboutRecords;
import io.github.vpsdns.ddns.report.AgentEvent.AddressChanged;
import io.github.vpsdns.ddns.report.AgentEvent.AddressUnconfirmed;
import io.github.vpsdns.ddns.report.AgentEvent.AddressUnknown;
import io.github.vpsdns.ddns.report.AgentEvent.ApiPaused;
import io.github.vpsdns.ddns.report.AgentEvent.ApiResumed;
import io.github.vpsdns.ddns.report.AgentEvent.ClockJumped;
import io.github.vpsdns.ddns.report.AgentEvent.Compared;
import io.github.vpsdns.ddns.report.AgentEvent.DriftFound;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnsaved;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnusable;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsFailed;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsReleased;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsUnverified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsVerified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWithdrawn;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWouldChange;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent tells, in words. Stateless. */
final class AgentWords {
    private AgentWords() {}

    static Told of(AgentEvent event) {
        if (event instanceof AboutAddress address) {
            return address(address);
        }
        return event instanceof AboutRecords records ? records(records) : agent(event);
    }

    private static Told address(AboutAddress event) {
        if (event instanceof AddressChanged changed) {
            return address(
                    "address",
                    event,
                    AddressText.words(changed.now()) + was(changed.before()) + ", says "
                            + String.join(" and ", changed.sources()),
                    changed.before(),
                    changed.now());
        }
        if (event instanceof AddressUnconfirmed read) {
            return address(
                    "address-unconfirmed",
                    event,
                    AddressText.words(read.read()) + " was read " + times(read.times()) + "; counts after "
                            + times(read.needed()) + " in a row",
                    List.of(),
                    read.read());
        }
        AddressUnknown unknown = (AddressUnknown) event;
        return address(
                "address-unknown", event, "not known: " + unknown.reason() + "; records stay", List.of(), List.of());
    }

    private static Told records(AboutRecords event) {
        if (event instanceof RecordsPublished done) {
            String message = AddressText.words(done.now()) + was(done.before()) + ", " + outcome(done.outcome())
                    + (done.reaction() == null ? "" : ", " + Seconds.text(done.reaction()) + " after it was read");
            return records("published", event, message, done.before(), done.now());
        }
        if (event instanceof RecordsVerified seen) {
            String message = "all name servers say " + AddressText.words(seen.now()) + ", " + Seconds.text(seen.after())
                    + " after it was written";
            return records("verified", event, message, List.of(), seen.now());
        }
        if (event instanceof RecordsUnverified unseen) {
            return records(
                    "unverified", event, "not seen at all name servers: " + unseen.reason(), List.of(), List.of());
        }
        if (event instanceof DriftFound drift) {
            String message = "somebody else made it " + AddressText.words(drift.found()) + " instead of "
                    + AddressText.words(drift.expected())
                    + (drift.policy() == DriftPolicy.RESTORE ? ", which is put right" : ", which is left so");
            return records("drift", event, message, drift.expected(), drift.found());
        }
        if (event instanceof RecordsFailed failed) {
            String message = "not published: " + Failure.sentence(failed.reason()) + "; next attempt "
                    + time(failed.nextAttempt());
            return new Told(
                    "failed",
                    event.name(),
                    event.family(),
                    message,
                    List.of(),
                    List.of(),
                    failed.nextAttempt(),
                    Failure.of(failed.reason()));
        }
        if (event instanceof RecordsWouldChange would) {
            String message = AddressText.words(would.wanted()) + was(would.before()) + " would be published";
            return records("would-change", event, message, would.before(), would.wanted());
        }
        if (event instanceof RecordsReleased) {
            return records("released", event, "not named any more; it stays as it is", List.of(), List.of());
        }
        RecordsWithdrawn withdrawn = (RecordsWithdrawn) event;
        int removed = withdrawn.removed();
        String message = "removed " + (removed == 1 ? "one record" : removed + " records") + was(withdrawn.before());
        return records("withdrawn", event, message, withdrawn.before(), List.of());
    }

    private static Told agent(AgentEvent event) {
        if (event instanceof ApiPaused paused) {
            return paused(paused.reason(), paused.until());
        }
        if (event instanceof ApiResumed) {
            return Told.of("api-resumed", "the API is called again");
        }
        if (event instanceof Compared compared) {
            return Told.of("compared", compared(compared));
        }
        if (event instanceof ClockJumped jump) {
            Duration by = jump.by();
            return Told.of(
                    "clock-jumped",
                    "the clock " + (by.isNegative() ? "was put back by " : "went ahead by ") + rounded(by.abs())
                            + " (or the machine slept); everything is looked at anew");
        }
        if (event instanceof MemoryUnusable memory) {
            return Told.of(
                    "memory-unusable",
                    "what was remembered in '" + memory.file() + "' cannot be used and is put aside: "
                            + memory.reason());
        }
        MemoryUnsaved memory = (MemoryUnsaved) event;
        return Told.of("memory-unsaved", "nothing can be remembered in '" + memory.file() + "': " + memory.reason());
    }

    private static Told paused(VpsDnsException reason, @Nullable Instant until) {
        String why = Failure.sentence(reason);
        String message = until == null
                ? "the API is not called until the token or the configuration changes: " + why
                : "the API is not called until " + time(until) + ": " + why;
        return new Told(
                until == null ? "api-refused" : "api-paused",
                null,
                null,
                message,
                List.of(),
                List.of(),
                until,
                Failure.of(reason));
    }

    private static String compared(Compared compared) {
        String names = compared.names() == 1 ? "one name" : compared.names() + " names";
        if (compared.wrong() == 0) {
            return "compared " + names + " with the API: all is right";
        }
        return "compared " + names + " with the API: "
                + (compared.wrong() == 1
                        ? "one set of records is not as it should be"
                        : compared.wrong() + " sets of records are not as they should be");
    }

    private static String outcome(SetOutcome outcome) {
        if (outcome.unchanged()) {
            return "was right already";
        }
        StringBuilder words = new StringBuilder();
        part(words, outcome.changed(), "changed");
        part(words, outcome.created(), "created");
        part(words, outcome.deleted(), "deleted");
        return words.toString();
    }

    private static void part(StringBuilder words, int number, String what) {
        if (number > 0) {
            words.append(words.length() == 0 ? "" : ", ")
                    .append(number)
                    .append(' ')
                    .append(what);
        }
    }

    private static Told address(
            String word, AboutAddress event, String message, List<InetAddress> before, List<InetAddress> now) {
        return new Told(word, null, event.family(), message, before, now, null, null);
    }

    private static Told records(
            String word, AboutRecords event, String message, List<InetAddress> before, List<InetAddress> now) {
        return new Told(word, event.name(), event.family(), message, before, now, null, null);
    }

    private static String was(List<InetAddress> before) {
        return before.isEmpty() ? "" : " (was " + AddressText.words(before) + ")";
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A duration as a person says it, such as {@code 3 h 20 min}. */
    static String rounded(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " s";
        }
        return duration.compareTo(Duration.ofHours(2)) < 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
