// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of others to their end, with their output in a directory. */
record Programs(Path work) {
    private static final int LIMIT_SECONDS = 60;

    /** How one ended, and what it printed. */
    record Said(int status, String text) {}

    /** Runs one that must succeed, and returns what it printed. */
    String succeed(List<String> command) {
        Said said = run(Map.of(), command);
        assertThat(said.status()).as(command + ": " + said.text()).isZero();
        return said.text();
    }

    Said run(Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(work, "said", "");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " does not end; it said: " + Files.readString(out));
            }
            return new Said(process.exitValue(), Files.readString(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Makes a certificate that nobody signed, {@code server.pem} and {@code server.key}, for this machine under some name. */
    void selfSigned(String name) {
        succeed(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:" + name,
                "-keyout",
                work.resolve("server.key").toString(),
                "-out",
                work.resolve("server.pem").toString()));
    }
}
