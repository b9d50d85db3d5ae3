// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.launcher.Launched.Outcome;
import io.github.vpsdns.cli.launcher.Launched.Running;
import io.github.vpsdns.cli.systemd.NotifySocket;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as its own process, with what systemd gives it: a socket, a watchdog, a directory for its state, signals. */
@NeedsPrograms({"systemd-notify", "python3"})
class DdnsSystemdIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path work;

    @Test
    void livesAsSystemdWantsItTo() throws Exception {
        Path address = Files.writeString(work.resolve("address"), "192.0.2.1\n");
        Path configuration = Files.writeString(work.resolve("ddns.yaml"), """
                interval: 1h
                watch: 200ms
                addresses: { ipv4: "file:%s" }
                records: [home.example.com]
                on-change: { command: 'echo "$VPSDNS_EVENT $VPSDNS_ADDRESSES" >> %s' }
                """.formatted(address, work.resolve("told")));
        Path state = Files.createDirectory(work.resolve("state"));
        try (Sandbox sandbox = Sandbox.start("example.com");
                NotifySocket systemd = new NotifySocket(work.resolve("notify"));
                Running running = Launched.in(work)
                        .with("VPS_API_URL", sandbox.apiUrl().toString())
                        .with("VPS_API_TOKEN", sandbox.token())
                        .with(
                                "VPSDNS_NAMESERVERS",
                                "127.0.0.1:" + sandbox.nameServers().get(0).getPort())
                        .with("NOTIFY_SOCKET", systemd.path().toString())
                        .with("WATCHDOG_USEC", "2000000")
                        .with("STATE_DIRECTORY", state.toString())
                        .start("ddns", "run", "--config", configuration.toString())) {
            await().atMost(PATIENCE)
                    .until(() -> systemd.messages().contains("STATUS=IPv4 192.0.2.1; 1 of 1 record sets are right"));

            Files.writeString(address, "192.0.2.2\n");
            await().atMost(PATIENCE).until(() -> told().equals(List.of("published 192.0.2.1", "published 192.0.2.2")));
            assertThat(sandbox.zones().records("example.com")).hasSize(1);

            Files.writeString(configuration, "no-such-key: 1\n");
            signal(running, "HUP");
            await().atMost(PATIENCE).until(() -> said(running).contains("the one before stays in force"));
            await().atMost(PATIENCE).until(() -> count(systemd, "READY=1") == 2);
            signal(running, "USR1");
            await().atMost(PATIENCE).until(() -> said(running).contains("looking at everything now"));
            long beats = count(systemd, "WATCHDOG=1");
            await().atMost(PATIENCE).until(() -> count(systemd, "WATCHDOG=1") > beats + 1);

            running.process().destroy();
            Outcome outcome = running.await();

            assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).endsWith(" stopped\n");
            assertThat(systemd.messages()).startsWith("READY=1").contains("STOPPING=1");
            assertThat(state.resolve("ddns.json")).content().contains("192.0.2.2");
        }
    }

    private List<String> told() throws IOException {
        Path told = work.resolve("told");
        return Files.exists(told) ? Files.readAllLines(told) : List.of();
    }

    private static long count(NotifySocket systemd, String message) {
        return systemd.messages().stream().filter(message::equals).count();
    }

    private static String said(Running running) throws IOException {
        return Files.readString(running.err());
    }

    private static void signal(Running running, String name) throws Exception {
        String process = String.valueOf(running.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }
}
