// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.testing.Run;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SandboxCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger status = new AtomicInteger(-1);

    @TempDir
    Path directory;

    @Test
    void printsLinesForAShellAndServesUntilItIsInterrupted() throws Exception {
        Thread running = start("sandbox", "--zone", "example.com,other.org", "--zone", "third.net");
        Map<String, String> exports = printed()
                .lines()
                .map(line -> line.replaceFirst("^export ", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        assertThat(exports)
                .containsOnlyKeys("VPS_API_URL", "VPS_API_TOKEN", "VPSDNS_NAMESERVERS", "VPSDNS_ACME_SERVER");
        assertThat(zones(exports.get("VPS_API_URL"), exports.get("VPS_API_TOKEN")))
                .contains("example.com", "other.org", "third.net");
        stop(running);
        assertThat(status).hasValue(0);
        Assertions.assertThatThrownBy(() -> zones(exports.get("VPS_API_URL"), exports.get("VPS_API_TOKEN")))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void printsOneJsonDocument() throws Exception {
        Thread running = start("sandbox", "--json", "--list-shape", "pages");
        JsonNode document = JsonMapper.builder().build().readTree(printed());
        stop(running);

        assertThat(document.propertyNames()).containsExactly("api_url", "api_token", "nameservers", "acme_server");
        assertThat(document.get("nameservers").get(0).asString()).startsWith("127.0.0.1:");
    }

    @Test
    void writesListsInTheShapeAskedFor() throws Exception {
        Thread running = start("sandbox", "--json", "--list-shape", "results");
        JsonNode document = JsonMapper.builder().build().readTree(printed());

        String zones = zones(
                document.get("api_url").asString(), document.get("api_token").asString());
        stop(running);

        assertThat(zones).startsWith("{").contains("\"results\"");
    }

    @Test
    void keepsItsStateInAFile() throws Exception {
        Path state = directory.resolve("state.json");

        stop(start("sandbox", "--zone", "example.com", "--state", state.toString()));

        assertThat(Files.readString(state)).contains("example.com");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(Run.of("sandbox", "--list-shape", "round").err()).contains("'round'", "array");
        assertThat(Run.of("sandbox", "--list-shape", "round").status()).isEqualTo(2);
        assertThat(Run.of("sandbox", "--port", "70000").err())
                .isEqualTo("vpsdns: --port: 70000 is not a port; expected 1 to 65535, or 0 for any\n");
        assertThat(Run.of("sandbox", "--zone", "a..b").status()).isEqualTo(2);
        assertThat(Run.of("sandbox", "--rndc", "rndc").err()).contains("--bind-dir");
    }

    private Thread start(String... args) {
        Thread thread = new Thread(() -> status.set(Run.bare().run(out, err, args)), "sandbox command");
        thread.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> err.toString(StandardCharsets.UTF_8).contains("sandbox is up") || !thread.isAlive());
        return thread;
    }

    private static void stop(Thread thread) throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofSeconds(60).toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String zones(String api, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/dns-zones/"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
