// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.page.Incident.Kind;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what went wrong lately, for the page: the last fifty different things of each kind, in memory only. Strangers who knock
 * cannot push out what the server itself suffers. Thread-safe.
 */
public final class Incidents implements WebhookListener {
    private static final int MOST = 50;
    private static final int LONGEST = 300;

    private final Timekeeper time;
    private final Map<Kind, Map<String, Incident>> byKind = new EnumMap<>(Kind.class);

    /**
     * Remembers nothing yet.
     *
     * @param time when things happen
     */
    public Incidents(Timekeeper time) {
        this.time = time;
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new LinkedHashMap<>());
        }
    }

    @Override
    public void onEvent(WebhookEvent event) {
        String ours = ours(event);
        String theirs = ours == null ? theirs(event) : null;
        if (ours != null) {
            note(Kind.OURS, ours);
        } else if (theirs != null) {
            note(Kind.THEIRS, theirs);
        }
    }

    /** Returns those of a kind, the newest first. */
    synchronized List<Incident> of(Kind kind) {
        List<Incident> newestFirst = new ArrayList<>(held(kind).values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private synchronized void note(Kind kind, String text) {
        String what = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        Map<String, Incident> held = held(kind);
        Instant now = time.now();
        Incident before = held.remove(what);
        held.put(what, before == null ? new Incident(kind, what, now, now, 1) : before.again(now));
        if (held.size() > MOST) {
            Iterator<String> oldestFirst = held.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    private Map<String, Incident> held(Kind kind) {
        return byKind.computeIfAbsent(kind, any -> new LinkedHashMap<>());
    }

    private static @Nullable String ours(WebhookEvent event) {
        if (event instanceof WebhookEvent.Delayed delayed) {
            return delayed.key() + " was delayed: " + delayed.reason();
        }
        if (event instanceof WebhookEvent.GivenUp given) {
            return given.key() + " was given up: " + given.reason();
        }
        if (event instanceof WebhookEvent.Drifted drifted) {
            return drifted.key() + " was changed at the API by somebody else"
                    + (drifted.restored() ? " and is being restored." : ".");
        }
        if (event instanceof WebhookEvent.ApiClosed closed) {
            return "The API is not called: " + closed.problem();
        }
        if (event instanceof WebhookEvent.ChallengeFailed failed) {
            return "A challenge at " + failed.name() + " failed: " + failed.reason();
        }
        if (event instanceof WebhookEvent.StoreFailed failed) {
            return "The database failed: " + failed.problem();
        }
        return event instanceof WebhookEvent.CertificateFailed failed
                ? "The server's certificate failed: " + failed.reason()
                : null;
    }

    private static @Nullable String theirs(WebhookEvent event) {
        if (event instanceof WebhookEvent.Denied denied) {
            String who = denied.user() == null ? "Somebody unknown" : denied.user();
            return who + from(denied.client()) + " was not let in: " + denied.reason();
        }
        if (event instanceof WebhookEvent.LockedOut locked) {
            return locked.subject() + " was locked out.";
        }
        if (event instanceof WebhookEvent.Refused refused) {
            return refused.user() + from(refused.client()) + " was refused: " + refused.what();
        }
        return event instanceof WebhookEvent.BadRequest bad
                ? "A request" + from(bad.client()) + " could not be read: " + bad.reason()
                : null;
    }

    private static String from(InetAddress client) {
        return " from " + Family.text(client);
    }
}
