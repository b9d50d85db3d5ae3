// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.auth.Credentials;
import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.store.MemoryStore;
import io.github.vpsdns.webhook.store.Store;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A broker between a sandbox and a store in memory, with users whose password is their name. */
final class BrokerWorld implements AutoCloseable {
    static final String VALUE = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";
    static final PasswordHash HASH = PasswordHash.parse(
            "$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHQxMjM0NTY3OA$rPRtYcYjIY3cFhVDdoORqIlR0mvh/i15TLHJdCyPLJg");

    final ManualTime time = new ManualTime();
    final Sandbox sandbox;
    final MemoryStore store = new MemoryStore(time);
    final Queue<WebhookEvent> events = new ConcurrentLinkedQueue<>();
    private final VpsDnsClient client;
    private final Map<String, User> users = new LinkedHashMap<>();
    private ChallengeBroker broker;

    BrokerWorld() {
        this(Duration.ofSeconds(20));
    }

    BrokerWorld(Duration patience) {
        this(patience, Duration.ofSeconds(20));
    }

    /** Also says how long the API is tried. */
    BrokerWorld(Duration patience, Duration deadline) {
        sandbox = Sandbox.builder()
                .zone("example.com", "example.net")
                .withoutAcme()
                .withoutDns()
                .start();
        client = VpsDnsClient.builder()
                .apiUrl(sandbox.apiUrl())
                .token(ApiToken.of(sandbox.token()))
                .retry(new RetryPolicy(deadline, Duration.ofMillis(2), Duration.ofMillis(10)))
                .build();
        user("lego", "example.com");
        user("other", "example.com");
        broker = another(store, patience);
        broker.start();
    }

    /** One more server. */
    ChallengeBroker another(Store itsStore, Duration patience) {
        return new ChallengeBroker(
                ApiAccess.of(new RecordEditor(client)),
                itsStore,
                BrokerSettings.DEFAULT,
                time,
                events::add,
                new Timing(patience, Duration.ofHours(1), Duration.ofSeconds(10)));
    }

    /** Ends the process, and begins another. */
    void restart() {
        broker.close();
        broker = another(store, Duration.ofSeconds(20));
        broker.start();
    }

    ChallengeBroker broker() {
        return broker;
    }

    void user(String name, String... scopes) {
        users.put(
                name,
                new User(
                        name,
                        HASH,
                        List.of(),
                        Arrays.stream(scopes).map(DomainName::of).toList(),
                        List.of(),
                        null));
    }

    Doorkeeper doorkeeper() {
        return (alternatives, client) -> CompletableFuture.completedStage(admission(alternatives.get(0)));
    }

    private Admission admission(Credentials given) {
        User user = users.get(given.user());
        return user != null && given.password().equals(given.user())
                ? new Admission.Admitted(user)
                : new Admission.Refused();
    }

    Reply present(String user, String body) {
        return post(new HttpReq(doorkeeper(), broker, HttpReq.Action.PRESENT), "/present", user, body);
    }

    Reply cleanup(String user, String body) {
        return post(new HttpReq(doorkeeper(), broker, HttpReq.Action.CLEANUP), "/cleanup", user, body);
    }

    Reply post(Endpoint endpoint, String path, String user, String body) {
        return get(
                endpoint,
                new Call("POST", path, "", basic(user), body.getBytes(UTF_8), Family.IPV4.parse("192.0.2.1"), true));
    }

    Reply post(Endpoint endpoint, String path, Headers headers, String body) {
        return get(
                endpoint,
                new Call("POST", path, "", headers, body.getBytes(UTF_8), Family.IPV4.parse("192.0.2.1"), true));
    }

    static Reply get(Endpoint endpoint, Call call) {
        return get(endpoint.answer(call).toCompletableFuture());
    }

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static Headers basic(String user) {
        return user.isEmpty()
                ? new Headers(Map.of())
                : new Headers(Map.of(
                        "Authorization",
                        List.of("Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)))));
    }

    static String body(String fqdn, String value) {
        return "{\"fqdn\":\"" + fqdn + "\",\"value\":\"" + value + "\"}";
    }

    /** A value that is told from others by a number. */
    static String value(int number) {
        return VALUE.substring(0, 39) + (1000 + number);
    }

    List<String> texts(String zone) {
        return sandbox.zones().records(zone).stream()
                .filter(record -> record.type().equals("TXT"))
                .map(SandboxRecord::value)
                .toList();
    }

    int writes() {
        return sandbox.calls().count("POST", "/**")
                + sandbox.calls().count("PATCH", "/**")
                + sandbox.calls().count("DELETE", "/**");
    }

    static String text(Reply reply) {
        return reply.status() + " " + new String(reply.body(), UTF_8);
    }

    @Override
    public void close() {
        broker.close();
        client.close();
        sandbox.close();
    }
}
