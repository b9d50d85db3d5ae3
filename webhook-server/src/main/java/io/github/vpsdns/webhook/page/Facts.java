// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import java.time.Duration;
import java.time.Instant;

/** How the server's parts stand, one short line each. */
final class Facts {
    private static final Duration SOON = Duration.ofDays(10);

    private final Instant now;
    private final Html list = Html.of("dl").with("class", "facts");

    private Facts(Instant now) {
        this.now = now;
    }

    static Html of(WebhookStatus status, Instant now) {
        Facts facts = new Facts(now);
        facts.api(status.api());
        facts.queue(status);
        facts.passwords(status.lockouts().size());
        facts.certificate(status);
        facts.database(status);
        facts.add("Challenges", Standing.WELL, Html.several().says(challenges(status.challenges())));
        facts.add("Running", Standing.WELL, Html.several().says("since ").has(Times.absolute(status.since())));
        return facts.list;
    }

    private void api(ApiState api) {
        if (api.problem() == null) {
            add("VPS.org API", Standing.WELL, Html.several().says("answers"));
            return;
        }
        Html value = Html.several().says(api.problem());
        if (api.until() != null) {
            value.says(" Tried again ").has(Times.relative(api.until(), now)).says(".");
        }
        add("VPS.org API", Standing.PROBLEM, value);
    }

    private void queue(WebhookStatus status) {
        Html value = Html.several().says(status.waiting() == 0 ? "nothing waits" : status.waiting() + " waiting");
        if (status.oldestWait() != null) {
            value.says(", the longest since ").has(Times.relative(status.oldestWait(), now));
        }
        add("Queue", status.waiting() == 0 ? Standing.WELL : Standing.WAITING, value);
    }

    private void passwords(int lockouts) {
        Html value = Html.several().says(lockouts == 0 ? "nobody is locked out" : lockouts + " locked out");
        add("Passwords", lockouts == 0 ? Standing.WELL : Standing.WAITING, value);
    }

    private void certificate(WebhookStatus status) {
        Instant ends = status.certificateEnds();
        String problem = status.certificateProblem();
        Html value = Html.several();
        if (ends != null) {
            value.says(ends.isAfter(now) ? "ends " : "ended ").has(Times.relative(ends, now));
        } else if (problem == null) {
            value.says("none");
        }
        if (problem != null) {
            value.says(ends == null ? problem : ". " + problem);
        }
        boolean bad = problem != null || (ends != null && !ends.isAfter(now.plus(SOON)));
        add("Certificate", bad ? Standing.PROBLEM : ends == null ? Standing.UNKNOWN : Standing.WELL, value);
    }

    private void database(WebhookStatus status) {
        String problem = status.storeProblem();
        add(
                "Database",
                problem == null ? Standing.WELL : Standing.PROBLEM,
                Html.several().says(problem == null ? "works" : problem));
    }

    private static String challenges(int count) {
        return count == 0 ? "none in the zones" : Times.counted(count, "value") + " in the zones";
    }

    private void add(String name, Standing standing, Html value) {
        Html term = Html.of("dt").says(name);
        Html description = Html.of("dd").has(value);
        list.has(Html.of("div").with("class", standing.style()).has(term, description));
    }
}
