// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.http.client.Client;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Tells of each request that was answered, once. Thread-safe. */
final class AnswerReport {
    /** Clients make up methods as well, which would be series of metrics each. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final WebhookListener listener;
    private final Predicate<String> ownPaths;

    AnswerReport(WebhookListener listener, Predicate<String> ownPaths) {
        this.listener = listener;
        this.ownPaths = ownPaths;
    }

    /**
     * Tells of one.
     *
     * @param path the decoded path, or {@code null} if there is none
     * @param user who was let in, or {@code null}
     */
    void answered(Request request, Client client, @Nullable String path, @Nullable String user, int status) {
        listener.onEvent(new WebhookEvent.Answered(
                client.address(),
                METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                path != null && ownPaths.test(path) ? path : null,
                user,
                client.secure(),
                status,
                Math.max(0, System.nanoTime() - request.getBeginNanoTime())));
    }

    static boolean knows(String method) {
        return METHODS.contains(method);
    }

    void bad(Client client, String reason) {
        listener.onEvent(new WebhookEvent.BadRequest(client.address(), reason));
    }
}
