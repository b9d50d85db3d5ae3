// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.Presentation;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Map;

/** What {@code vpsdns acme hook} does; apart from the commands, whose classes are loaded for any line. */
final class HandWork {
    private HandWork() {}

    /** Calls of the DNS API. */
    private record Calls(long total, Map<String, Long> byOperation) {
        static Calls of(CallCounter counter) {
            return new Calls(counter.total(), counter.counts());
        }
    }

    private record Presented(String challengeName, String target, boolean created, boolean awaited, Calls apiCalls) {}

    private record Removed(String challengeName, boolean removed, Calls apiCalls) {}

    static void present(Frame frame, HandOptions given, boolean wait) {
        ChallengeValue value = challenge(given);
        try (ChallengeWork work = ChallengeWork.open(frame, true, given.hook, given.dns, given.api);
                Presentation presentation = work.provider().present(List.of(value))) {
            if (wait) {
                presentation.awaitEverywhere();
            }
            presentation.keep();
            String target = presentation.sites().get(0).target().toString();
            boolean created = work.created();
            frame.result(
                    target
                            + (created ? ": written" : ": was there already")
                            + (wait ? ", and visible at all name servers" : ""),
                    () -> new Presented(
                            value.challengeName().toString(), target, created, wait, Calls.of(work.calls())));
        }
    }

    private static ChallengeValue challenge(HandOptions given) {
        return new ChallengeValue(DomainName.of(given.name), given.value);
    }

    static void cleanUp(Frame frame, HandOptions given) {
        ChallengeValue value = challenge(given);
        try (ChallengeWork work = ChallengeWork.open(frame, false, given.hook, given.dns, given.api)) {
            CleanupReport report = work.remove(List.of(value));
            boolean removed = !report.gone().isEmpty();
            frame.result(
                    value.challengeName() + (removed ? ": removed" : ": was not there"),
                    () -> new Removed(value.challengeName().toString(), removed, Calls.of(work.calls())));
        }
    }
}
