// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.http.client.Client;
import io.github.vpsdns.webhook.http.client.ClientResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/** Makes calls of Jetty's requests. Thread-safe. */
final class CallReader {
    private static final byte[] NOTHING = {};
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final ClientResolver clients;

    CallReader(ClientResolver clients) {
        this.clients = clients;
    }

    /**
     * Reads a request to its end, without waiting. Bodies are of POST and PUT only; what else comes with one is not read.
     *
     * @return the call; fails with an {@link HttpException} if the body is too large or ends early
     */
    CompletableFuture<Call> read(Request request) {
        String method = request.getMethod();
        if (!"POST".equals(method) && !"PUT".equals(method)) {
            return CompletableFuture.completedFuture(call(request, "HEAD".equals(method) ? "GET" : method, NOTHING));
        }
        if (request.getLength() > HttpLimits.BODY_BYTES) {
            return CompletableFuture.failedFuture(tooLarge());
        }
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, HttpLimits.BODY_BYTES, Promise.Invocable.toPromise(body));
        return body.handle((bytes, failure) -> {
            if (failure != null) {
                throw failure instanceof IllegalStateException ? tooLarge() : broken(failure);
            }
            return call(request, method, bytes);
        });
    }

    private static HttpException.RuntimeException tooLarge() {
        return new HttpException.RuntimeException(413, "the body is too large");
    }

    private static HttpException.RuntimeException broken(Throwable failure) {
        return new HttpException.RuntimeException(400, "the body ends early", failure);
    }

    private Call call(Request request, String method, byte[] body) {
        HttpURI uri = request.getHttpURI();
        Headers headers = headers(request);
        Client client = client(request, headers);
        String query = uri.getQuery();
        return new Call(
                method, path(uri), query == null ? "" : query, headers, body, client.address(), client.secure());
    }

    Client client(Request request) {
        return client(request, headers(request));
    }

    private Client client(Request request, Headers headers) {
        return clients.resolve(
                PeerAddress.of(request.getConnectionMetaData().getRemoteSocketAddress()), request.isSecure(), headers);
    }

    private static String path(HttpURI uri) {
        String path = uri.getDecodedPath();
        if (path == null) {
            return "/";
        }
        return path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
    }

    private static Headers headers(Request request) {
        List<Headers.Field> fields = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            fields.add(new Headers.Field(field.getName(), value == null ? "" : value));
        }
        return new Headers(fields);
    }
}
