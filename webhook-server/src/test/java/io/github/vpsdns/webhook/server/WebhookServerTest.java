// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.MemoryStore;
import io.github.vpsdns.webhook.store.Wish;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All parts together, as a program uses them. */
final class WebhookServerTest {
    private static final PasswordHash PASSWORD = PasswordHash.of("correct-horse");
    private static final String VALUE = "A".repeat(43);

    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start();
    private final VpsDnsClient client = VpsDnsClient.builder()
            .token(ApiToken.of(sandbox.token()))
            .apiUrl(sandbox.apiUrl())
            .build();
    private final MemoryStore store = new MemoryStore();
    private final HttpClient http = HttpClient.newHttpClient();
    private WebhookServer server;

    @BeforeEach
    void start() {
        server = build(settings(user("router")));
        server.start();
    }

    private WebhookServer build(WebhookSettings settings) {
        return WebhookServer.builder(
                        settings,
                        store,
                        ApiAccess.of(new RecordEditor(client)),
                        AuthoritativeDns.builder().build())
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        sandbox.close();
    }

    @Test
    void anUpdateBecomesARecord() {
        assertThat(update("router", "192.0.2.1")).isEqualTo("good 192.0.2.1\n");
        assertThat(published()).containsExactly("home A 192.0.2.1");
    }

    @Test
    void theSameUpdateAgainCostsNoCall() {
        update("router", "192.0.2.1");
        int calls = sandbox.calls().all().size();

        assertThat(update("router", "192.0.2.1")).isEqualTo("nochg 192.0.2.1\n");
        assertThat(sandbox.calls().all()).hasSize(calls);
    }

    @Test
    void aChallengeIsPresentedAndTakenAwayAgain() {
        assertThat(challenge("/present")).contains("\"" + VALUE + "\"");
        assertThat(published()).containsExactly("_acme-challenge.home TXT " + VALUE);

        challenge("/cleanup");
        assertThat(published()).isEmpty();
    }

    @Test
    void itsStatusKnowsTheHosts() {
        update("router", "192.0.2.1");

        assertThat(server.status().hosts()).singleElement().satisfies(host -> {
            assertThat(host.row().key()).hasToString("home.example.com IPv4");
            assertThat(host.problem()).isNull();
        });
    }

    @Test
    void thePageIsAtItsOwnAddressOnly() {
        assertThat(get("http://127.0.0.1:" + server.adminAddress().getPort() + "/")
                        .body())
                .contains("<html");
        assertThat(get(base() + "/sign-in").statusCode()).isEqualTo(404);
    }

    @Test
    void otherUsersCountFromTheReconfigurationOn() {
        server.reconfigure(settings(user("other")));

        assertThat(update("router", "192.0.2.1")).isEqualTo("badauth\n");
        assertThat(update("other", "192.0.2.1")).isEqualTo("good 192.0.2.1\n");
    }

    @Test
    void strangersWhoGuessedBeforeARestartKeepNoRouterOut() {
        update("router", "192.0.2.1");
        Instant now = Instant.now();
        IntStream.range(0, Limits.DEFAULT.accountFailures())
                .forEach(any -> store.failures().add("user router", now, Limits.DEFAULT.lockout()));

        server.close();
        start();

        assertThat(server.status().lockouts()).isNotEmpty();
        assertThat(update("router", "192.0.2.1")).isEqualTo("nochg 192.0.2.1\n");
    }

    @Test
    void whereItListensCannotBeChangedWhileItRuns() {
        WebhookSettings now = settings(user("other"));
        WebhookSettings elsewhere = new WebhookSettings(
                List.of(new ListenAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), ListenAddress.Speaks.PLAIN)),
                now.tls(),
                now.trustedProxies(),
                now.users(),
                now.addresses(),
                now.limits(),
                now.updates(),
                now.broker(),
                now.admin());

        assertThatThrownBy(() -> server.reconfigure(elsewhere))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("listen: it cannot be changed while the server runs; expected the same as before, or a"
                        + " restart");
        assertThat(update("router", "192.0.2.1")).startsWith("good");
    }

    @Test
    void whatDoesNotStartLeavesNothingBehind() {
        WebhookSettings taken =
                settings(user("router"), server.addresses().get(0).getPort());
        long before = threads();

        try (WebhookServer second = build(taken)) {
            assertThatThrownBy(second::start).hasMessageContaining("cannot listen");
            assertThat(threads()).isEqualTo(before);
        }
    }

    @Test
    void theHistoryIsKeptShort() {
        server.close();
        HostKey home = new HostKey(DomainName.of("home.example.com"), Family.IPV4);
        for (int i = 0; i < 300; i++) {
            List<InetAddress> address = List.of(Family.IPV4.parse("192.0.2." + (i % 250)));
            Wish wish = store.hosts().accept(home, address, "router", address.get(0));
            store.hosts().finished(home, wish, null, new KnownSet(List.of(), Instant.now()));
        }

        server = build(settings(user("router"), 0));
        server.start();

        await().untilAsserted(() -> assertThat(store.history().last(home, 1000)).hasSize(Housekeeper.KEPT));
    }

    /** Those of the parts that work by themselves. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.equals("vpsdns-update")
                        || name.startsWith("vpsdns-challenges-")
                        || name.equals("webhook-housekeeper"))
                .count();
    }

    private String update(String user, String address) {
        return send(HttpRequest.newBuilder(URI.create(base() + "/nic/update?hostname=home.example.com&myip=" + address))
                        .header("Authorization", basic(user)))
                .body();
    }

    private String challenge(String path) {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Authorization", basic("router"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"fqdn\":\"_acme-challenge.home.example.com.\",\"value\":\"" + VALUE + "\"}")))
                .body();
    }

    private HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":correct-horse").getBytes(StandardCharsets.UTF_8));
    }

    private String base() {
        return "http://127.0.0.1:" + server.addresses().get(0).getPort();
    }

    private List<String> published() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.name() + " " + record.type() + " " + record.value())
                .toList();
    }

    private static User user(String name) {
        DomainName host = DomainName.of("home.example.com");
        return new User(
                name,
                PASSWORD,
                List.of(new HostGrant(new HostPattern(host, false), null)),
                List.of(host),
                List.of(),
                null);
    }

    private static WebhookSettings settings(User user) {
        return settings(user, 0);
    }

    private static WebhookSettings settings(User user, int port) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        InetSocketAddress front = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new WebhookSettings(
                List.of(new ListenAddress(front, ListenAddress.Speaks.BOTH)),
                null,
                List.of(),
                List.of(user),
                AddressPolicy.REPLACE,
                Limits.DEFAULT,
                UpdateSettings.DEFAULT,
                BrokerSettings.DEFAULT,
                new AdminSettings(any, PASSWORD, null));
    }
}
