// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.auth.CallCredentials;
import io.github.vpsdns.webhook.auth.Credentials;
import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.update.UpdateOrder;
import io.github.vpsdns.webhook.update.Updates;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes requests from the door to the lines of their answer. Thread-safe: another policy replaces all that was planned by the one. */
final class UpdateDesk {
    private final Dialect dialect;
    private final Doorkeeper door;
    private final Updates updates;
    private final WebhookListener listener;
    private volatile Planning planning;

    UpdateDesk(Dialect dialect, Doorkeeper door, Updates updates, AddressPolicy policy, WebhookListener listener) {
        this.dialect = dialect;
        this.door = door;
        this.updates = updates;
        this.planning = new Planning(dialect, policy);
        this.listener = listener;
    }

    void reconfigure(AddressPolicy changed) {
        planning = new Planning(dialect, changed);
    }

    CompletionStage<Served> serve(Message message) {
        List<Credentials> given = CallCredentials.of(message.call());
        if (given.isEmpty()) {
            return nobody(ReturnCode.BADAUTH, message);
        }
        return door.admit(given, message.call().client()).thenCompose(admission -> {
            if (admission instanceof Admission.Admitted admitted) {
                return update(message, admitted.user());
            }
            if (admission instanceof Admission.Refused) {
                return nobody(ReturnCode.BADAUTH, message);
            }
            return nobody(admission instanceof Admission.Busy ? ReturnCode.TROUBLE : ReturnCode.ABUSE, message);
        });
    }

    private CompletionStage<Served> update(Message message, User user) {
        InetAddress client = message.call().client();
        UpdatePlan plan = planning.plan(message, user);
        plan.refused().forEach(what -> listener.onEvent(new WebhookEvent.Refused(user.name(), client, what)));
        if (plan.updates().isEmpty() || (dialect.together() && !plan.isWholly())) {
            return CompletableFuture.completedFuture(new Served(plan.told(), plan.test(), user.name()));
        }
        UpdateOrder order = new UpdateOrder(plan.updates(), user.name(), client, plan.test());
        return updates.submit(order)
                .thenApply(outcomes -> new Served(plan.answered(outcomes), plan.test(), user.name()));
    }

    private static CompletionStage<Served> nobody(ReturnCode code, Message message) {
        return CompletableFuture.completedFuture(Served.nobody(code, message));
    }
}
