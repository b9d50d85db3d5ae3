// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code script/vulnerabilities} against a server that speaks as the OSV database documents it (google.github.io/osv.dev/api). */
@NeedsPrograms("python3")
final class VulnerabilitiesTest {
    private static final String RECORD = """
            {"id": "GHSA-1111-2222-3333", "aliases": ["CVE-2026-1"], "summary": "a\\u001b[31m hole",
             "affected": [
               {"package": {"ecosystem": "Maven", "name": "org.example:bad"},
                "ranges": [{"events": [{"introduced": "0"}, {"fixed": "1.3"}]}, {"events": [{"introduced": "2"}, {"fixed": "2.1"}]}]},
               {"package": {"ecosystem": "Maven", "name": "org.example:other"}, "ranges": [{"events": [{"fixed": "9"}]}]}]}
            """;

    @TempDir
    Path work;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private Path bom;

    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        bom = Files.writeString(work.resolve("x-sbom.json"), """
                {"bomFormat": "CycloneDX", "components": [
                  {"purl": "pkg:maven/org.example/good@1.0?type=jar"},
                  {"purl": "pkg:maven/org.example/bad@1.2?type=jar"},
                  {"purl": "pkg:maven/io.github.vpsdns/vpsdns-core@0.1.0?type=jar"}]}
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void printsWhatIsKnownAndFails() throws Exception {
        answers.put("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-1111-2222-3333\"}]}, {}]}");
        answers.put("/v1/vulns/GHSA-1111-2222-3333", RECORD);

        Outcome outcome = run(bom.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo("org.example:bad  1.2  GHSA-1111-2222-3333 CVE-2026-1  mended in 1.3, 2.1  a [31m hole\n");
        assertThat(outcome.err()).isEqualTo("vulnerabilities: 1 known in 2 libraries\n");
    }

    @Test
    void asksForTheLibrariesOfOthersOnly() throws Exception {
        answers.put("/v1/querybatch", "{\"results\": [{}, {}]}");

        Outcome outcome = run(bom.toString());

        assertThat(outcome).isEqualTo(new Outcome(0, "", "vulnerabilities: 0 known in 2 libraries\n"));
        assertThat(asked)
                .containsExactly(
                        "/v1/querybatch {\"queries\": [{\"package\": {\"purl\": \"pkg:maven/org.example/bad@1.2\"}}, "
                                + "{\"package\": {\"purl\": \"pkg:maven/org.example/good@1.0\"}}]}");
    }

    @Test
    void leavesOutWhatWasWithdrawn() throws Exception {
        answers.put("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"X\"}]}, {}]}");
        answers.put("/v1/vulns/X", "{\"id\": \"X\", \"withdrawn\": \"2026-01-01T00:00:00Z\"}");

        assertThat(run(bom.toString()).status()).isZero();
    }

    @Test
    void keepsWhatWasSaidForMachinesWithoutNetwork() throws Exception {
        answers.put("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-1111-2222-3333\"}]}, {}]}");
        answers.put("/v1/vulns/GHSA-1111-2222-3333", RECORD);
        Outcome online = run("--save", work.resolve("said.json").toString(), bom.toString());
        server.stop(0);

        Outcome offline = run("--offline", work.resolve("said.json").toString(), bom.toString());

        assertThat(offline).isEqualTo(online);
        assertThat(offline.status()).isEqualTo(1);
    }

    @Test
    void doesNotTakeALibraryThatNobodyAskedForAsWithoutFault() throws Exception {
        Path said = Files.writeString(work.resolve("said.json"), "{\"pkg:maven/org.example/good@1.0\": []}");

        Outcome outcome = run("--offline", said.toString(), bom.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("says nothing of pkg:maven/org.example/bad@1.2");
    }

    @Test
    void saysThatItCouldNotFindOut() throws Exception {
        assertThat(run(bom.toString()))
                .isEqualTo(new Outcome(2, "", "vulnerabilities: " + url() + "/v1/querybatch answered 404\n"));

        answers.put("/v1/querybatch", "{\"results\": [{}]}");
        assertThat(run(bom.toString()).err()).contains("something else than one result for each question");

        server.stop(0);
        assertThat(run(bom.toString()).err()).contains("could not be asked: ");
    }

    @Test
    void refusesWhatIsNoBillOfMaterials() throws Exception {
        Path other = Files.writeString(work.resolve("other.json"), "[1]");

        assertThat(run(other.toString()))
                .isEqualTo(new Outcome(
                        2, "", "vulnerabilities: '" + other + "' is not a CycloneDX bill of materials in JSON\n"));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Outcome run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of("..", "script", "vulnerabilities").toString()));
        command.addAll(Arrays.asList(arguments));
        Path out = work.resolve("out");
        Path err = work.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("OSV_URL", url());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(path + " " + body);
        byte[] answer = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
