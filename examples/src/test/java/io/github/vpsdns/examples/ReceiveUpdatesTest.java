// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.server.WebhookServer;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StorePlace;
import io.github.vpsdns.webhook.store.sql.SqlStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReceiveUpdatesTest {
    @TempDir
    Path work;

    @Test
    void aRoutersUpdateBecomesARecord() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Sandbox sandbox = Sandbox.builder()
                        .withoutAcme()
                        .withoutDns()
                        .zone("example.com")
                        .start();
                VpsDnsClient client = VpsDnsClient.builder()
                        .token(ApiToken.of(sandbox.token()))
                        .apiUrl(sandbox.apiUrl())
                        .build();
                Store store = SqlStore.open(
                        new StorePlace.FilePlace(work.resolve("webhook.db")), Timekeeper.system(), problem -> {});
                WebhookServer server = ReceiveUpdates.start(
                        client,
                        store,
                        anyPort,
                        "home.example.com",
                        "correct-horse",
                        new PrintStream(out, true, StandardCharsets.UTF_8))) {
            int port = server.addresses().get(0).getPort();
            // A router asks again when it is told to: the server says 911 where the API is slow, as it is on a busy
            // machine.
            assertThat(await().atMost(Duration.ofMinutes(2)).until(() -> update(port), reply -> !reply.equals("911\n")))
                    .isIn("good 192.0.2.7\n", "nochg 192.0.2.7\n");

            assertThat(sandbox.zones().records("example.com"))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("192.0.2.7"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("home.example.com IPv4: [/192.0.2.7]");
    }

    private static String update(int port) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString("router:correct-horse".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/nic/update?hostname=home.example.com&myip=192.0.2.7"))
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
