// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.peer.PebbleServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real certbot with directories of its own, which proves its names by a hook that does nothing. */
final class Certbot {
    private static final long LIMIT_SECONDS = 180;

    private final PebbleServer pebble;
    private final Path work;

    Certbot(PebbleServer pebble, Path work) {
        this.pebble = pebble;
        this.work = work;
    }

    /** Its configuration directory. */
    Path directory() {
        return work.resolve("config");
    }

    void certonly(String... options) {
        List<String> command = new ArrayList<>(List.of(
                "certbot",
                "certonly",
                "--non-interactive",
                "--agree-tos",
                "--email",
                "admin@example.org",
                "--manual",
                "--preferred-challenges",
                "dns",
                "--manual-auth-hook",
                "/bin/true",
                "--server",
                pebble.directory().toString()));
        for (String place : List.of("config", "work", "logs")) {
            command.add("--" + place + "-dir");
            command.add(work.resolve(place).toString());
        }
        command.addAll(List.of(options));
        Path log = work.resolve("certbot.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("REQUESTS_CA_BUNDLE", pebble.serverCa().toString());
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError("certbot failed: " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
