// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NotifierTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Notice NOTICE = new Told();

    private final Queue<Integer> statuses = new ArrayDeque<>();
    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();
    private final NotifyOptions options = new NotifyOptions();

    @TempDir
    private Path directory;

    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                Integer status = statuses.poll();
                exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsACommandByItsEnvironment() {
        Path told = directory.resolve("told");
        options.command = "env | grep ^VPSDNS_ | sort > '" + told + "'";

        tell();

        assertThat(told).hasContent("""
                        VPSDNS_EVENT=failed
                        VPSDNS_MESSAGE=the CA is away; "again" later
                        VPSDNS_WHERE=a place; $(here)""");
        assertThat(complaints).isEmpty();
    }

    @Test
    void postsWhatChatsShowWithTheFactsBesideIt() {
        options.webhook = url("/hook");

        tell();

        JsonNode document = JsonMapper.shared().readTree(posted.remove());
        assertThat(document.get("text").asString()).isEqualTo("example.com: the CA is away; \"again\" later");
        assertThat(document.get("event").asString()).isEqualTo("failed");
        assertThat(document.get("next_attempt").isNull()).isTrue();
    }

    @Test
    void asksAWebhookThatIsBusyTwiceMore() {
        options.webhook = url("/hook");
        statuses.addAll(List.of(503, 429));

        tell();

        assertThat(posted).hasSize(3);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(complaints).isEmpty();
    }

    @Test
    void givesUpAtOnceWhereAskingAgainIsOfNoUse() {
        options.webhook = url("/hook");
        statuses.add(404);

        tell();

        assertThat(posted).hasSize(1);
        assertThat(complaints)
                .containsExactly(
                        "notice of example.com (failed): the webhook at 127.0.0.1 was not told: it answered 404");
    }

    @Test
    void complainsOfAWebhookThatIsNotThereWithoutItsPath() {
        options.webhook = url("/secret-path");
        server.stop(0);

        tell();

        assertThat(complaints)
                .singleElement()
                .asString()
                .contains("127.0.0.1 was not told: it cannot be reached")
                .doesNotContain("secret-path");
    }

    @Test
    void goesOnWithTheOthersWhenOneWayFails() {
        options.command = "exit 4";
        options.webhook = url("/hook");

        tell();

        assertThat(posted).hasSize(1);
        assertThat(complaints)
                .containsExactly("notice of example.com (failed): the notify command ended with status 4");
    }

    @Test
    void neverMakesItsTellerWait() {
        CountDownLatch release = new CountDownLatch(1);
        Notifier notifier = new Notifier(List.of(stuckUntil(release)), complaints::add);
        for (int i = 0; i < 102; i++) {
            notifier.tell(NOTICE);
        }
        assertThat(complaints).containsExactly("a notice is dropped, because too many are waiting to be sent");

        release.countDown();
        notifier.close(PATIENCE);
        assertThat(complaints).hasSize(1);
    }

    @Test
    void saysWhatIsLeftWhenItMustStop() {
        Notifier notifier = new Notifier(List.of(stuckUntil(new CountDownLatch(1))), complaints::add);
        notifier.tell(NOTICE);
        notifier.tell(NOTICE);

        notifier.close(Duration.ofMillis(50));

        assertThat(complaints).first().asString().startsWith("stopped before all notices were sent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/T1/secret",
                "hooks.example/secret",
                "https://user:secret@hooks.example/",
                "https://hooks.example/a secret",
                "secret"
            })
    void refusesWhatIsNoWebhookWithoutQuotingIt(String url) {
        options.webhook = url;

        assertThatThrownBy(this::notifier)
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--notify-webhook: this is not the URL of a webhook")
                .hasMessageNotContaining("secret");
    }

    @Test
    void readsTheUrlFromAFileThatIsSecret() throws IOException {
        Path file = Files.writeString(directory.resolve("url"), url("/hook") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        options.webhookFile = file;

        tell();

        assertThat(posted).hasSize(1);
    }

    @Test
    void takesOneWebhookOnly() {
        options.webhook = url("/a");
        options.webhookFile = directory.resolve("url");

        assertThatThrownBy(this::notifier).isInstanceOf(UsageException.class).hasMessageContaining("leave one out");
    }

    private static Channel stuckUntil(CountDownLatch release) {
        return notice -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void tell() {
        Notifier notifier = notifier();
        notifier.tell(NOTICE);
        notifier.close(PATIENCE);
    }

    private Notifier notifier() {
        return Notifier.of(options, new Impatient(), complaints::add);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private record Told() implements Notice {
        private record Document(
                String text, String event, @Nullable Instant nextAttempt) {}

        @Override
        public String subject() {
            return "example.com";
        }

        @Override
        public String event() {
            return "failed";
        }

        @Override
        public String message() {
            return "the CA is away; \"again\" later";
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("VPSDNS_WHERE", "a place; $(here)");
        }

        @Override
        public Object document() {
            return new Document(text(), event(), null);
        }
    }

    private final class Impatient implements Timekeeper {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void sleep(Duration duration) {
            pauses.add(duration);
        }
    }
}
