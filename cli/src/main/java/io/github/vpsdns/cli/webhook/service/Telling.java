// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookEvent.Answered;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiClosed;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiOpened;
import io.github.vpsdns.webhook.report.WebhookEvent.BadRequest;
import io.github.vpsdns.webhook.report.WebhookEvent.CertificateShown;
import io.github.vpsdns.webhook.report.WebhookEvent.Changed;
import io.github.vpsdns.webhook.report.WebhookEvent.Delayed;
import io.github.vpsdns.webhook.report.WebhookEvent.Denied;
import io.github.vpsdns.webhook.report.WebhookEvent.Drifted;
import io.github.vpsdns.webhook.report.WebhookEvent.LockedOut;
import io.github.vpsdns.webhook.report.WebhookEvent.Presented;
import io.github.vpsdns.webhook.report.WebhookEvent.StoreWell;
import io.github.vpsdns.webhook.report.WebhookEvent.Withdrawn;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what the server tells, once: what happens again and again is left out, see {@link Repeats}. Changes are always said. What
 * strangers can cause is told apart by a few things only, so that they fill neither the log nor the memory.
 *
 * <p>Thread-safe.
 */
final class Telling implements WebhookListener {
    /** What is for more than the log. */
    private static final Set<String> NOTICES = Set.of(
            "changed",
            "given-up",
            "drift",
            "api-refused",
            "api-opened",
            "store-failed",
            "store-well",
            "certificate-failed",
            "locked-out");

    private final ServerLog log;
    private final Repeats repeats;
    private final Consumer<ServerNotice> notices;
    private final boolean all;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** Whether the token is refused, and whether it was said that the API is not called; guarded by this. */
    private boolean refused;

    private boolean closedSaid;

    Telling(ServerLog log, Repeats repeats, Consumer<ServerNotice> notices, boolean all) {
        this.log = log;
        this.repeats = repeats;
        this.notices = notices;
        this.all = all;
    }

    @Override
    public void onEvent(WebhookEvent event) {
        if (event instanceof Answered answered) {
            warnOfPlainHttp(answered);
        }
        ServerWords.of(event).ifPresent(told -> tell(event, told));
    }

    private void tell(WebhookEvent event, Told told) {
        int leftOut = leftOut(event, told);
        if (event instanceof Changed) {
            repeats.over(List.of("delayed", told.subject()));
            repeats.over(List.of("given-up", told.subject()));
        } else if (event instanceof StoreWell) {
            repeats.over(List.of("store-failed", ""));
        } else if (event instanceof CertificateShown) {
            repeats.over(List.of("certificate-failed", ""));
        }
        boolean notice = leftOut >= 0 && isForNotice(told);
        if (leftOut >= 0 || all) {
            log.say(told, Math.max(leftOut, 0));
        }
        if (notice) {
            notices.accept(new ServerNotice(told));
        }
    }

    /** That the API is called again is for the log only, where that it was not was for the log only. */
    private synchronized boolean isForNotice(Told told) {
        boolean opened = told.event().equals("api-opened");
        boolean wanted = NOTICES.contains(told.event()) && (!opened || refused);
        refused = told.event().equals("api-refused") || (refused && !opened);
        return wanted;
    }

    private synchronized int leftOut(WebhookEvent event, Told told) {
        if (event instanceof ApiOpened) {
            boolean silent = !closedSaid;
            closedSaid = false;
            return silent ? -1 : 0;
        }
        Object kind = kind(event, told);
        int leftOut = kind == null ? 0 : repeats.leftOut(List.of(told.event(), subject(event, told)), kind);
        closedSaid |= event instanceof ApiClosed && leftOut >= 0;
        return leftOut;
    }

    /** Whom it is about, as far as strangers cannot make that up. */
    private static String subject(WebhookEvent event, Told told) {
        if (event instanceof LockedOut) {
            return "";
        }
        return told.user() == null ? told.subject() : told.subject() + " " + told.user();
    }

    /** Returns what is equal when the same happens again; {@code null} if each time is worth saying. */
    private static @Nullable Object kind(WebhookEvent event, Told told) {
        if (event instanceof Changed
                || event instanceof Presented
                || event instanceof Withdrawn
                || event instanceof CertificateShown) {
            return null;
        }
        if (event instanceof Drifted) {
            return told.now();
        }
        if (event instanceof Delayed late) {
            return late.reason();
        }
        if (event instanceof ApiClosed closed) {
            return closed.problem();
        }
        if (event instanceof LockedOut locked) {
            return locked.subject();
        }
        if (event instanceof Denied denied) {
            return List.of(denied.client(), denied.reason());
        }
        return event instanceof BadRequest bad ? bad.reason() : told.message();
    }

    /** Routers need it, so it is allowed; whoever can do better should know. */
    private void warnOfPlainHttp(Answered answered) {
        String user = answered.user();
        if (user != null && !answered.secure() && !answered.client().isLoopbackAddress() && warned.add(user)) {
            log.say(
                    Told.of(
                                    "plain-http",
                                    user + " sends its password over plain http, which others on the way can read;"
                                            + " expected https where the client can")
                            .by(user, null),
                    0);
        }
    }
}
