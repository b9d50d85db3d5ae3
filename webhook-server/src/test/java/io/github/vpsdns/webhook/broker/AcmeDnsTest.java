// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.text;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.BrokerSettings.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class AcmeDnsTest {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final BrokerWorld world = new BrokerWorld();
    private final AcmeDns endpoint = new AcmeDns(world.doorkeeper(), world.broker());

    @BeforeEach
    void open() {
        settings(Registration.OPEN, "auth.example.com");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void registersAsAcmeDnsDoes() {
        Reply reply = register("");

        assertThat(text(reply))
                .matches("201 \\{\"username\":\"" + UUID + "\",\"password\":\"[A-Za-z0-9_-]{40}\",\"fulldomain\":\""
                        + UUID + "\\.auth\\.example\\.com\",\"subdomain\":\"" + UUID + "\",\"allowfrom\":\\[]}");
        assertThat(reply.type()).isEqualTo("application/json");
        assertThat(world.sandbox.calls().all()).isEmpty();
    }

    @Test
    void keepsNoPasswords() {
        JsonNode account = Json.read(register("").body());

        assertThat(world.store.accounts().find(account.path("username").asString()))
                .hasValueSatisfying(kept -> assertThat(kept.toString())
                        .doesNotContain(account.path("password").asString()));
    }

    @Test
    void updatesAsAcmeDnsDoes() {
        JsonNode account = Json.read(register("{}").body());

        Reply reply = update(account, VALUE);

        assertThat(text(reply)).isEqualTo("200 {\"txt\": \"" + VALUE + "\"}");
        assertThat(world.sandbox.zones().records("example.com")).singleElement().satisfies(record -> {
            assertThat(record.value()).isEqualTo(VALUE);
            assertThat(record.name()).startsWith(account.path("subdomain").asString() + ".auth");
        });
    }

    @Test
    void valuesOfParallelOrdersStayUntilTheirTimeIsOver() {
        JsonNode account = Json.read(register("").body());
        for (int i = 0; i < 4; i++) {
            update(account, value(i));
        }
        assertThat(world.texts("example.com")).hasSize(4);

        world.time.advance(Duration.ofHours(3));
        update(account, VALUE);
        world.time.advance(Duration.ofHours(4));
        world.broker().sweep();

        await().untilAsserted(() -> assertThat(world.texts("example.com")).containsExactly(VALUE));
    }

    @Test
    void theOldestOfTwentyValuesMakesRoom() {
        JsonNode account = Json.read(register("").body());
        for (int i = 0; i < 20; i++) {
            update(account, value(i));
        }

        assertThat(update(account, VALUE).status()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(world.texts("example.com"))
                .hasSize(20)
                .contains(VALUE)
                .doesNotContain(value(0)));
    }

    @Test
    void anUpdateThatTheApiDoesNotTakeIsNotConfirmed() {
        JsonNode account = Json.read(register("").body());
        world.sandbox.faults().add(Fault.status(500).always());

        assertThat(update(account, VALUE).status()).isEqualTo(503);
    }

    @Test
    void wrongCredentialsAreForbidden() {
        JsonNode account = Json.read(register("").body());
        JsonNode other = Json.read(register("").body());
        String user = account.path("username").asString();
        String key = account.path("password").asString();
        String subdomain = account.path("subdomain").asString();

        assertThat(List.of(
                        text(update(user, "x".repeat(40), subdomain, VALUE)),
                        text(update(user, "", subdomain, VALUE)),
                        text(update("", key, subdomain, VALUE)),
                        text(update("not-a-user", key, subdomain, VALUE)),
                        text(update(other.path("username").asString(), key, subdomain, VALUE)),
                        text(update(user, key, other.path("subdomain").asString(), VALUE)),
                        text(update(user, key, "", VALUE)),
                        text(update(user, "x".repeat(100_000), subdomain, VALUE))))
                .allMatch("401 {\"error\":\"forbidden\"}"::equals);
        assertThat(world.sandbox.calls().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX00",
                "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAj uX0"
            })
    void onlyAnswersToChallengesAreTaken(String txt) {
        JsonNode account = Json.read(register("").body());

        assertThat(text(update(account, txt))).isEqualTo("400 {\"error\":\"bad_txt\"}");
    }

    @Test
    void anAccountMayBeBoundToNetworks() {
        JsonNode here = Json.read(register("{\"allowfrom\":[\"192.0.2.77/24\",\"[2001:db8::]/32\"]}")
                .body());
        JsonNode elsewhere =
                Json.read(register("{\"allowfrom\":[\"198.51.100.0/24\"]}").body());

        assertThat(here.path("allowfrom").toString()).isEqualTo("[\"192.0.2.0/24\",\"2001:db8::/32\"]");
        assertThat(update(here, VALUE).status()).isEqualTo(200);
        assertThat(text(update(elsewhere, VALUE))).isEqualTo("401 {\"error\":\"forbidden\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "192.0.2.0/33", "192.0.2.0/", "192.0.2.0/-1", "host/24", "", "::/129", "/24"})
    void brokenNetworksAreRefused(String network) {
        assertThat(text(register("{\"allowfrom\":[\"192.0.2.0/24\",\"" + network + "\"]}")))
                .isEqualTo("400 {\"error\":\"invalid_allowfrom_cidr\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{\"allowfrom\":\"192.0.2.0/24\"}",
                "{\"allowfrom\":[1]}",
                "{\"allowfrom\":{}}",
                "{"
            })
    void brokenBodiesAreRefused(String body) {
        assertThat(text(register(body))).isEqualTo("400 {\"error\":\"malformed_json_payload\"}");
    }

    @Test
    void registrationIsClosedUnlessTheSettingsOpenIt() {
        settings(Registration.CLOSED, "auth.example.com");

        assertThat(text(register(""))).isEqualTo("403 {\"error\":\"registration is closed on this server\"}");
    }

    @Test
    void accountsGoOnWhenRegistrationIsClosed() {
        JsonNode account = Json.read(register("").body());
        settings(Registration.CLOSED, "auth.example.com");

        assertThat(update(account, VALUE).status()).isEqualTo(200);
    }

    @Test
    void registrationMayBeForUsersWithAScope() {
        settings(Registration.USERS, "auth.example.com");
        world.user("router");

        assertThat(world.post(endpoint, "/register", "lego", "").status()).isEqualTo(201);
        assertThat(world.post(endpoint, "/register", "router", "").status()).isEqualTo(403);
        assertThat(world.post(endpoint, "/register", "nobody", "").status()).isEqualTo(401);
        assertThat(register("").headers()).containsKey("WWW-Authenticate");
    }

    @Test
    void nobodyRegistersWithoutEnd() {
        for (int i = 0; i < 20; i++) {
            assertThat(register("").status()).isEqualTo(201);
        }

        assertThat(register("").status()).isEqualTo(429);
        world.time.advance(Duration.ofMinutes(4));
        assertThat(register("").status()).isEqualTo(201);
    }

    @Test
    void nobodyGuessesWithoutEnd() {
        JsonNode account = Json.read(register("").body());
        for (int i = 0; i < 100; i++) {
            update(account.path("username").asString(), "wrong", "x", VALUE);
        }

        assertThat(update(account, VALUE).status()).isEqualTo(429);
        world.time.advance(Duration.ofSeconds(11));
        assertThat(update(account, VALUE).status()).isEqualTo(200);
    }

    @Test
    void saysThatItIsThere() {
        assertThat(call("GET", "/health", new Headers(Map.of()), "").status()).isEqualTo(200);
        assertThat(call("POST", "/health", new Headers(Map.of()), "").status()).isEqualTo(405);
    }

    @Test
    void isOffWithoutADomain() {
        settings(Registration.OPEN, null);

        assertThat(register("").status()).isEqualTo(404);
        assertThat(call("GET", "/health", new Headers(Map.of()), "").status()).isEqualTo(404);
    }

    @Test
    void aDatabaseThatIsAwayIsTold() {
        JsonNode account = Json.read(register("").body());
        world.store.failing(true);

        assertThat(register("").status()).isEqualTo(503);
        assertThat(update(account, VALUE).status()).isEqualTo(503);
    }

    private void settings(Registration registration, @Nullable String domain) {
        world.broker()
                .reconfigure(new BrokerSettings(
                        BrokerSettings.DEFAULT.ttl(),
                        BrokerSettings.DEFAULT.expire(),
                        domain == null ? null : DomainName.of(domain),
                        registration));
    }

    private Reply register(String body) {
        return call("POST", "/register", new Headers(Map.of()), body);
    }

    private Reply update(JsonNode account, String txt) {
        return update(
                account.path("username").asString(),
                account.path("password").asString(),
                account.path("subdomain").asString(),
                txt);
    }

    private Reply update(String user, String key, String subdomain, String txt) {
        return call(
                "POST",
                "/update",
                new Headers(Map.of("X-Api-User", List.of(user), "X-Api-Key", List.of(key))),
                JsonTree.object().put("subdomain", subdomain).put("txt", txt).toString());
    }

    private Reply call(String method, String path, Headers headers, String body) {
        return BrokerWorld.get(
                endpoint,
                new Call(method, path, "", headers, body.getBytes(UTF_8), Family.IPV4.parse("192.0.2.1"), true));
    }
}
