// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Replies that say what was wrong: {@code {"error":"one sentence"}}, which ACME clients show to people. */
final class Replies {
    private static final FaultLog FAULTS = FaultLog.errors(Replies.class);

    private Replies() {}

    static Reply error(int status, String reason) {
        return Reply.json(status, JsonTree.text(JsonTree.object().put("error", reason)));
    }

    static Reply unauthorized() {
        return error(401, "the user or the password is wrong, or this user may not come from here")
                .with("WWW-Authenticate", "Basic realm=\"vpsdns\", charset=\"UTF-8\"");
    }

    /** Answers somebody who is not let in. */
    static Reply notAdmitted(Admission admission, Instant now) {
        if (admission instanceof Admission.LockedOut locked) {
            return later(429, "too many wrong passwords", Duration.between(now, locked.until()));
        }
        if (admission instanceof Admission.TooMany many) {
            return later(429, "too many requests", Duration.between(now, many.until()));
        }
        return admission instanceof Admission.Busy
                ? later(503, "the server has too much to do now", Duration.ofSeconds(5))
                : unauthorized();
    }

    /** Answers what became of a request; {@code done} if it was done. */
    static Reply of(Outcome outcome, Reply done) {
        if (outcome instanceof Outcome.TooMany many) {
            return error(429, many.reason());
        }
        if (outcome instanceof Outcome.NoZone none) {
            return error(404, none.reason());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return error(502, refused.reason());
        }
        return outcome instanceof Outcome.NotNow notNow ? later(503, notNow.reason(), notNow.after()) : done;
    }

    /** Answers a failure of our own. */
    static Reply failed(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof StoreException || failure instanceof BusyException) {
            return error(503, String.valueOf(failure.getMessage()));
        }
        FAULTS.tell("A request for a challenge failed", failure);
        return error(500, "the server has failed; its log says more");
    }

    static Reply later(int status, String reason, @Nullable Duration after) {
        Reply reply = error(status, reason);
        return after == null ? reply : reply.with("Retry-After", Long.toString(Math.max(1, after.toSeconds() + 1)));
    }
}
