// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.service.AddressText;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookEvent.Answered;
import io.github.vpsdns.webhook.report.WebhookEvent.BadRequest;
import io.github.vpsdns.webhook.report.WebhookEvent.ChallengeFailed;
import io.github.vpsdns.webhook.report.WebhookEvent.Changed;
import io.github.vpsdns.webhook.report.WebhookEvent.Denied;
import io.github.vpsdns.webhook.report.WebhookEvent.LockedOut;
import io.github.vpsdns.webhook.report.WebhookEvent.Presented;
import io.github.vpsdns.webhook.report.WebhookEvent.Refused;
import io.github.vpsdns.webhook.report.WebhookEvent.Withdrawn;
import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of an event: who, from where, what. None holds a secret.
 *
 * @param members the document, in order; may be added to
 * @param stranger whether somebody can cause it who is not known
 */
record AuditEntry(Map<String, Object> members, boolean stranger) {
    private static final int UNAUTHORIZED = 401;

    private AuditEntry(Instant time, String event, @Nullable String user, @Nullable String client, boolean stranger) {
        this(new LinkedHashMap<>(), stranger);
        with("time", time.toString()).with("event", event).with("user", user).with("client", client);
    }

    /** Empty for what nobody did, and for requests that were answered well, whose effect has an event of its own. */
    static Optional<AuditEntry> of(Instant time, WebhookEvent event) {
        if (event instanceof Changed done) {
            return Optional.of(new AuditEntry(time, "changed", done.user(), done.client(), false)
                    .with("name", done.key().host().toString())
                    .with("family", done.key().family().word())
                    .with("before", done.before() == null ? null : AddressText.list(done.before()))
                    .with("now", AddressText.list(done.now())));
        }
        if (event instanceof Refused refused) {
            return Optional.of(new AuditEntry(time, "refused", refused.user(), text(refused.client()), false)
                    .with("message", refused.what()));
        }
        if (event instanceof Denied denied) {
            return Optional.of(new AuditEntry(time, "denied", denied.user(), text(denied.client()), true)
                    .with("message", denied.reason()));
        }
        if (event instanceof LockedOut locked) {
            return Optional.of(new AuditEntry(time, "locked-out", null, null, true)
                    .with("subject", locked.subject())
                    .with("until", locked.until().toString()));
        }
        if (event instanceof BadRequest bad) {
            return Optional.of(
                    new AuditEntry(time, "bad-request", null, text(bad.client()), true).with("message", bad.reason()));
        }
        return event instanceof Answered answered ? answered(time, answered) : challenge(time, event);
    }

    private static Optional<AuditEntry> challenge(Instant time, WebhookEvent event) {
        if (event instanceof Presented shown) {
            return Optional.of(new AuditEntry(time, "presented", shown.user(), null, false)
                    .with("name", shown.name().toString()));
        }
        if (event instanceof Withdrawn gone) {
            return Optional.of(new AuditEntry(time, "withdrawn", gone.user(), null, false)
                    .with("name", gone.name().toString())
                    .with("expired", gone.expired()));
        }
        if (event instanceof ChallengeFailed failed) {
            return Optional.of(new AuditEntry(time, "challenge-failed", failed.user(), null, false)
                    .with("name", failed.name().toString())
                    .with("message", failed.reason()));
        }
        return Optional.empty();
    }

    /** That credentials are asked for is how some clients begin; wrong ones are denied, which has an event of its own. */
    private static Optional<AuditEntry> answered(Instant time, Answered answered) {
        boolean stranger = answered.user() == null;
        if (answered.status() < 400 || (stranger && answered.status() == UNAUTHORIZED)) {
            return Optional.empty();
        }
        return Optional.of(new AuditEntry(time, "failed", answered.user(), text(answered.client()), stranger)
                .with("method", answered.method())
                .with("path", answered.path())
                .with("status", answered.status()));
    }

    private AuditEntry with(String member, @Nullable Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    private static String text(InetAddress address) {
        return Family.text(address);
    }
}
