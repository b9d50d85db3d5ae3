// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as the real server would, and keeps what it was asked. */
final class RecordingServer implements AutoCloseable {
    /** What was asked: method and target, the credentials in clear, the body. */
    record Asked(String line, String credentials, String body) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked besides the caller's own address. */
    List<Asked> asked() {
        return asked.stream().filter(one -> !one.line().contains("checkip")).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        String field = exchange.getRequestHeaders().getFirst("Authorization");
        String credentials = field == null
                ? "none"
                : new String(Base64.getDecoder().decode(field.replace("Basic ", "")), StandardCharsets.UTF_8);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(exchange.getRequestMethod() + " " + target, credentials, body));
        String reply = target.contains("checkip")
                ? "<html><head><title>Current IP Check</title></head><body>Current IP Address: 203.0.113.7</body></html>"
                : "good 203.0.113.7\n";
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
