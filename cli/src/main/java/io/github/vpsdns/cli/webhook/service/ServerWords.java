// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static io.github.vpsdns.cli.webhook.service.Told.time;

import io.github.vpsdns.cli.service.AddressText;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookEvent.Answered;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiClosed;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiOpened;
import io.github.vpsdns.webhook.report.WebhookEvent.BadRequest;
import io.github.vpsdns.webhook.report.WebhookEvent.CertificateFailed;
import io.github.vpsdns.webhook.report.WebhookEvent.CertificateShown;
import io.github.vpsdns.webhook.report.WebhookEvent.ChallengeFailed;
import io.github.vpsdns.webhook.report.WebhookEvent.Changed;
import io.github.vpsdns.webhook.report.WebhookEvent.Delayed;
import io.github.vpsdns.webhook.report.WebhookEvent.Denied;
import io.github.vpsdns.webhook.report.WebhookEvent.Drifted;
import io.github.vpsdns.webhook.report.WebhookEvent.GivenUp;
import io.github.vpsdns.webhook.report.WebhookEvent.LockedOut;
import io.github.vpsdns.webhook.report.WebhookEvent.Presented;
import io.github.vpsdns.webhook.report.WebhookEvent.Refused;
import io.github.vpsdns.webhook.report.WebhookEvent.StoreFailed;
import io.github.vpsdns.webhook.report.WebhookEvent.StoreWell;
import io.github.vpsdns.webhook.report.WebhookEvent.Withdrawn;
import java.util.Optional;

/** What a server tells, in words. Stateless. */
final class ServerWords {
    private ServerWords() {}

    /** Empty for what is not worth a word by itself: that a request was answered. */
    static Optional<Told> of(WebhookEvent event) {
        if (event instanceof Answered) {
            return Optional.empty();
        }
        return Optional.of(records(event)
                .or(() -> challenges(event))
                .or(() -> people(event))
                .orElseGet(() -> server(event)));
    }

    private static Optional<Told> records(WebhookEvent event) {
        if (event instanceof Changed done) {
            String was = done.before() == null ? "" : " (was " + AddressText.words(done.before()) + ")";
            String message = AddressText.words(done.now()) + was + ", said " + done.user() + " from " + done.client();
            return Optional.of(Told.about(done.key(), "changed", message)
                    .by(done.user(), done.client())
                    .addresses(done.before(), done.now()));
        }
        if (event instanceof Delayed late) {
            String message = "not written yet: " + late.reason() + "; next attempt " + time(late.again());
            return Optional.of(Told.about(late.key(), "delayed", message).until(late.again()));
        }
        if (event instanceof GivenUp lost) {
            return Optional.of(Told.about(
                    lost.key(),
                    "given-up",
                    "not written, and not tried again before it is asked for: " + lost.reason()));
        }
        if (event instanceof Drifted drift) {
            String message = "somebody else made it " + AddressText.words(drift.found()) + " instead of "
                    + AddressText.words(drift.expected())
                    + (drift.restored() ? ", which is put right" : ", which is left so until the next update");
            return Optional.of(Told.about(drift.key(), "drift", message).addresses(drift.expected(), drift.found()));
        }
        return Optional.empty();
    }

    private static Optional<Told> challenges(WebhookEvent event) {
        if (event instanceof Presented shown) {
            return Optional.of(Told.about(shown.name(), "presented", "a challenge is answered for " + shown.user())
                    .by(shown.user(), null));
        }
        if (event instanceof Withdrawn gone) {
            String why = gone.expired() ? " is removed, since nobody took it away" : " is removed";
            return Optional.of(Told.about(gone.name(), "withdrawn", "a challenge value of " + gone.user() + why)
                    .by(gone.user(), null));
        }
        if (event instanceof ChallengeFailed failed) {
            return Optional.of(Told.about(
                            failed.name(),
                            "challenge-failed",
                            "a challenge value of " + failed.user() + " could not be written or removed: "
                                    + failed.reason())
                    .by(failed.user(), null));
        }
        return Optional.empty();
    }

    private static Optional<Told> people(WebhookEvent event) {
        if (event instanceof Denied denied) {
            String client = Family.text(denied.client());
            return Optional.of(
                    Told.of("denied", who(denied) + " from " + client + " was not let in: " + denied.reason())
                            .by(denied.user(), client));
        }
        if (event instanceof LockedOut locked) {
            return Optional.of(Told.about(
                            locked.subject(),
                            "locked-out",
                            "locked out until " + time(locked.until()) + " after too many wrong passwords")
                    .until(locked.until()));
        }
        if (event instanceof Refused refused) {
            String client = Family.text(refused.client());
            return Optional.of(Told.of("refused", refused.user() + " from " + client + ": " + refused.what())
                    .by(refused.user(), client));
        }
        if (event instanceof BadRequest bad) {
            String client = Family.text(bad.client());
            return Optional.of(Told.of("bad-request", "a request from " + client + " is refused: " + bad.reason())
                    .by(null, client));
        }
        return Optional.empty();
    }

    private static Told server(WebhookEvent event) {
        if (event instanceof ApiClosed closed) {
            return closed.until() == null
                    ? Told.of(
                            "api-refused",
                            "the API is not called until the token or the configuration changes: " + closed.problem())
                    : Told.of(
                                    "api-closed",
                                    "the API is not called until " + time(closed.until()) + ": " + closed.problem())
                            .until(closed.until());
        }
        if (event instanceof ApiOpened) {
            return Told.of("api-opened", "the API is called again");
        }
        if (event instanceof StoreFailed failed) {
            return Told.of("store-failed", "the database cannot be used, so no update is taken: " + failed.problem());
        }
        if (event instanceof StoreWell) {
            return Told.of("store-well", "the database can be used again");
        }
        if (event instanceof CertificateShown shown) {
            return Told.of("certificate", "the server's certificate ends " + time(shown.notAfter()))
                    .until(shown.notAfter());
        }
        CertificateFailed failed = (CertificateFailed) event;
        return Told.of("certificate-failed", "no new certificate, the former one goes on: " + failed.reason());
    }

    private static String who(Denied denied) {
        return denied.user() == null ? "somebody" : denied.user();
    }
}
