// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.MovedTime;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A state directory with certificates of the sandbox, whose time is the test's. */
final class Place implements AutoCloseable {
    final MovedTime time = new MovedTime();
    final Sandbox sandbox = Sandbox.builder()
            .zone("example.com")
            .zone("example.net")
            .clock(time)
            .start();
    final Path state;

    Place(Path directory) {
        this.state = directory.resolve("acme");
    }

    /** All that renewing takes; what the CA is, only an issue must say. */
    Surroundings surroundings() {
        return SandboxRuns.all(sandbox)
                .without("VPSDNS_ACME_SERVER")
                .with("VPSDNS_ACME_DIR", state.toString())
                .at(time);
    }

    Surroundings withoutToken() {
        return surroundings().without("VPS_API_TOKEN");
    }

    void issue(String... args) {
        Run run = surroundings()
                .with("VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                .run(line("issue", args));
        assertThat(run.status()).as(run.err()).isZero();
    }

    Run renew(String... args) {
        return surroundings().run(line("renew", args));
    }

    Run list(String... args) {
        return withoutToken().run(line("list", args));
    }

    String certificate(String lineage) {
        return read(state.resolve("live").resolve(lineage).resolve("cert.pem"));
    }

    /** What is stored for renewal. */
    JsonNode settings(String lineage) {
        return JsonMapper.shared().readTree(read(state.resolve("renewal").resolve(lineage + ".json")));
    }

    /** Every file with its text. */
    Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(state)) {
            paths.filter(Files::isRegularFile).forEach(file -> files.put(file, read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    static String[] line(String command, String... args) {
        return Stream.concat(Stream.of("acme", command), Stream.of(args)).toArray(String[]::new);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
