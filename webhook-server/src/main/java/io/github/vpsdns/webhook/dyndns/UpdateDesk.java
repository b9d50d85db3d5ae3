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

/** Takes requests from the door to the lines of their answer. Thread-safe: all it owns is the policy, which is replaced as a whole. */
final class UpdateDesk {
    private final Dialect dialect;
    private final Doorkeeper door;
    private final Updates updates;
    private final WebhookListener listener;
    private volatile AddressPolicy policy;

    UpdateDesk(Dialect dialect, Doorkeeper door, Updates updates, AddressPolicy policy, WebhookListener listener) {
        this.dialect = dialect;
        this.door = door;
        this.updates = updates;
        this.policy = policy;
        this.listener = listener;
    }

    void reconfigure(AddressPolicy changed) {
        policy = changed;
    }

    CompletionStage<Served> serve(Message message) {
        List<Credentials> given = CallCredentials.of(message.call());
        if (given.isEmpty()) {
            return nobody(ReturnCode.BADAUTH);
        }
        return door.admit(given, message.call().client()).thenCompose(admission -> {
            if (admission instanceof Admission.Admitted admitted) {
                User user = admitted.user();
                return update(message, user).thenApply(lines -> new Served(lines, user.name()));
            }
            if (admission instanceof Admission.Refused) {
                return nobody(ReturnCode.BADAUTH);
            }
            return nobody(admission instanceof Admission.Busy ? ReturnCode.TROUBLE : ReturnCode.ABUSE);
        });
    }

    private CompletionStage<List<Line>> update(Message message, User user) {
        InetAddress client = message.call().client();
        UpdatePlan plan = new Planner(message, user, dialect, policy).plan();
        plan.refused().forEach(what -> listener.onEvent(new WebhookEvent.Refused(user.name(), client, what)));
        if (plan.updates().isEmpty() || (dialect.together() && !plan.isWholly())) {
            return CompletableFuture.completedFuture(plan.told());
        }
        UpdateOrder order = new UpdateOrder(plan.updates(), user.name(), client, message.isTest());
        return updates.submit(order).thenApply(plan::answered);
    }

    private static CompletionStage<Served> nobody(ReturnCode code) {
        return CompletableFuture.completedFuture(Served.nobody(code));
    }
}
