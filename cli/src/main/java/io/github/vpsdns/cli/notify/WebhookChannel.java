// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.cli.base.Json;
import io.github.vpsdns.cli.base.Version;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Posts a notice as JSON. Its member {@code text} is what the incoming webhooks of Slack and Mattermost show; the others are for
 * programs.
 *
 * <p>Three attempts, ten seconds each. Redirects are not followed: they would carry the notice elsewhere.
 */
final class WebhookChannel implements Channel {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final SecretUrl url;
    private final Timekeeper time;

    WebhookChannel(SecretUrl url, Timekeeper time) {
        this.url = url;
        this.time = time;
    }

    @Override
    public void send(Notice notice) {
        // A client of its own each time: notices are rare, and an idle client keeps a thread and a connection.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest request = HttpRequest.newBuilder(url.uri())
                .timeout(LIMIT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "vpsdns-cli/" + Version.number())
                .POST(BodyPublishers.ofString(Json.text(notice.document()), StandardCharsets.UTF_8))
                .build();
        try {
            deliver(client, request);
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("notifying " + url.host(), e);
        }
    }

    private void deliver(HttpClient client, HttpRequest request) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            String problem;
            boolean passing = true;
            try {
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status >= 200 && status < 300) {
                    return;
                }
                problem = "it answered " + status;
                passing = status == 429 || status >= 500;
            } catch (IOException e) {
                problem = words(e);
            }
            if (!passing || attempt == PAUSES.size()) {
                throw new UndeliveredException("the webhook at " + url.host() + " was not told: " + problem);
            }
            time.sleep(PAUSES.get(attempt));
        }
    }

    /** In own words, for an exception's may quote the URL. */
    private static String words(IOException problem) {
        if (problem instanceof HttpTimeoutException) {
            return "it did not answer within " + LIMIT.toSeconds() + " s";
        }
        if (problem instanceof ConnectException) {
            return "it cannot be reached";
        }
        if (problem instanceof SSLException) {
            return "no secure connection to it can be made";
        }
        return "the connection broke (" + problem.getClass().getSimpleName() + ")";
    }
}
