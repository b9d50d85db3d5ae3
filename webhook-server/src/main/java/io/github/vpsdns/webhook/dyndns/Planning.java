// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.auth.Fingerprint;
import io.github.vpsdns.webhook.auth.Fingerprints;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.User;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes plans by one policy, and remembers the last one of each user: a router says the same thing again and again.
 *
 * <p>Of what was said it keeps a fingerprint, since queries may hold passwords, and nothing of what was refused. Strangers are not
 * remembered: plans are made for who was let in. Thread-safe.
 */
final class Planning {
    private record Remembered(User user, InetAddress client, Fingerprint said, UpdatePlan plan) {
        /** Another object of the same name is the user of other settings. */
        @SuppressWarnings("ReferenceEquality")
        boolean isFor(User whom, InetAddress from, Fingerprint what) {
            return user == whom && client.equals(from) && said.equals(what);
        }
    }

    private final Dialect dialect;
    private final AddressPolicy policy;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<String, Remembered> lastOf = new ConcurrentHashMap<>();

    Planning(Dialect dialect, AddressPolicy policy) {
        this.dialect = dialect;
        this.policy = policy;
    }

    UpdatePlan plan(Message message, User user) {
        InetAddress client = message.call().client();
        Fingerprint said = fingerprints.of(message.call().query(), message.twoUrls() ? "and another URL" : "");
        Remembered last = lastOf.get(user.name());
        if (last != null && last.isFor(user, client, said)) {
            return last.plan();
        }
        UpdatePlan plan = new Planner(message, user, dialect, policy).plan();
        if (plan.refused().isEmpty()) {
            lastOf.put(user.name(), new Remembered(user, client, said, plan));
        }
        return plan;
    }
}
