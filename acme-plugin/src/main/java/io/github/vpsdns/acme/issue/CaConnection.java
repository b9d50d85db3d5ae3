// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.DefaultConnection;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.connector.NonceHolder;

/**
 * acme4j's connection, which by itself forgets the {@code Retry-After} of an error that is no problem document, and goes on
 * with a nonce that was used up by it.
 */
final class CaConnection extends DefaultConnection {
    CaConnection(HttpConnector connector) {
        super(connector);
    }

    @Override
    protected void sendRequest(Session session, URL url, Consumer<HttpRequest.Builder> body) throws IOException {
        super.sendRequest(session, url, body);
        HttpResponse<InputStream> response = lastResponse;
        if (response == null || response.statusCode() < 400 || isProblem(response)) {
            return;
        }
        response.body().close();
        try (NonceHolder nonce = session.lockNonce()) {
            nonce.setNonce(null);
        }
        throw new HttpStatusException(response.statusCode(), retryAfter(response));
    }

    private static boolean isProblem(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        String text = response.headers().firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Instant now = response.headers()
                    .firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElseGet(Instant::now);
            return Duration.between(now, at);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
