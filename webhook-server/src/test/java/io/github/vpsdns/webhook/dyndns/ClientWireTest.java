// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.HOME;
import static io.github.vpsdns.webhook.dyndns.Desk.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.http.HttpServer;
import io.github.vpsdns.webhook.http.Routes;
import io.github.vpsdns.webhook.settings.ListenAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same requests through the server and back, with a proxy's word that they come from 203.0.113.7. */
class ClientWireTest {
    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

    private final Desk desk = new Desk();
    private final HttpServer server = HttpServer.builder(
                    List.of(new ListenAddress(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ListenAddress.Speaks.PLAIN)),
                    Routes.builder()
                            .any("/nic/update", desk.dynDns)
                            .any("/v3/update", desk.dynDns)
                            .build())
            .trustedProxies(List.of(Network.of("127.0.0.1"), Network.of("::1")))
            .build();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfAChange(ClientBytes client) throws IOException {
        String reply = exchange(client.request(HOME, PASSWORD));
        assertThat(reply).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\ngood " + client.addresses() + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void isAskedForAPassword(ClientBytes client) throws IOException {
        assertThat(exchange(client.requestWithoutCredentials(HOME)))
                .startsWith("HTTP/1.1 401 Unauthorized\r\n")
                .contains("\r\nWWW-Authenticate: Basic realm=\"vpsdns\"\r\n")
                .endsWith("\r\n\r\nbadauth\n");
    }

    private String exchange(String request) throws IOException {
        String[] parts = request.split("\n\n", 2);
        String body = parts.length < 2 ? "" : parts[1].strip();
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\n";
        String head = parts[0].strip() + "\nX-Forwarded-For: " + Desk.IPV4 + "\n" + length + "\n";
        InetSocketAddress address = server.addresses().get(0);
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.UTF_8));
            return read(new DataInputStream(socket.getInputStream()));
        }
    }

    /** To the end that the reply itself names: whether the connection is closed then is the HTTP version's affair. */
    private static String read(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.readUnsignedByte());
        }
        Matcher length = LENGTH.matcher(text);
        byte[] body = new byte[length.find() ? Integer.parseInt(length.group(1)) : 0];
        in.readFully(body);
        return text + new String(body, StandardCharsets.UTF_8);
    }
}
