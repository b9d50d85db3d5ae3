// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.connection;

import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.DefaultConnection;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.connector.NonceHolder;

/**
 * acme4j's connection, made safe in four points. The body is read with the head, within one time limit: the stream that the
 * JDK's client gives out has none, and on Java 17 it swallows an interrupt. An error that is no problem document keeps its
 * {@code Retry-After}. A nonce that such an error has used up is not used again.
 * And times to wait until are by our own clock, however wrong one of the two is.
 */
final class CaConnection extends DefaultConnection {
    private final Timekeeper time;

    CaConnection(HttpConnector connector, Timekeeper time) {
        super(connector);
        this.time = time;
    }

    @Override
    protected void sendRequest(Session session, URL url, Consumer<HttpRequest.Builder> body) throws IOException {
        HttpRequest.Builder request = httpConnector
                .createRequestBuilder(url)
                .header("Accept-Charset", "utf-8")
                .header("Accept-Language", session.getLanguageHeader());
        if (session.networkSettings().isCompressionEnabled()) {
            request.header("Accept-Encoding", "gzip");
        }
        body.accept(request);
        HttpResponse<byte[]> response =
                send(request.build(), session.networkSettings().getTimeout());
        lastResponse = new ReadResponse(response);
        if (response.statusCode() >= 400 && !isProblem(response)) {
            try (NonceHolder nonce = session.lockNonce()) {
                nonce.setNonce(null);
            }
            throw new HttpStatusException(response.statusCode(), retryAfter(response));
        }
    }

    @Override
    public Optional<Instant> getRetryAfter() {
        return lastResponse == null
                ? Optional.empty()
                : Optional.ofNullable(retryAfter(lastResponse)).map(time.now()::plus);
    }

    private HttpResponse<byte[]> send(HttpRequest request, Duration limit) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                httpClient.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no complete answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
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
            Instant now = response.headers()
                    .firstValue("Date")
                    .map(CaConnection::date)
                    .orElseGet(Instant::now);
            return Duration.between(now, date(text));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
