// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.bind.BindTarget;
import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.Programs;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Zone files between the built command and BIND 9. */
@Timeout(120)
@NeedsPrograms({"named", "rndc", "named-checkzone", "dig"})
class ZoneFilesIT {
    private static final int MANY = 5_000;

    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start();

    @TempDir
    private Path directory;

    private Vpsdns vpsdns;

    @BeforeEach
    void connect() {
        vpsdns = new Vpsdns(directory)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** Serve the exported file with BIND, fetch the zone from there as one would from any server, and import that. */
    @Test
    void movesAZoneThroughBindAndBack() throws Exception {
        String text = "long \"text\" \\ ; ".repeat(40) + "ü";
        add("@", "MX", "mail.example.com", 10);
        add("@", "TXT", text, null);
        add("@", "CAA", "0 issue \"ca.example\"", null);
        add("mail", "A", "192.0.2.1", null);
        add("mail", "AAAA", "2001:db8::1", null);
        add("*.wild", "CNAME", "mail.example.com", null);
        add("sub", "NS", "ns1.example.net", null);
        add("_sip._tcp", "SRV", "5 5060 mail.example.com", 0);
        Path exported = directory.resolve("example.zone");
        List<String> before = contents();
        assertThat(vpsdns.run("zones", "export", "example.com", "-o", exported.toString())
                        .status())
                .isZero();

        assertThat(program("named-checkzone", "example.com", exported.toString()))
                .contains("OK");
        String transferred;
        try (NamedServer named = NamedServer.start()) {
            transferred = transferred(named, exported);
        }
        sandbox.zones().delete("example.com");
        sandbox.zones().create("example.com");
        Path file = Files.writeString(directory.resolve("axfr.zone"), transferred);
        Vpsdns.Outcome imported = vpsdns.run("zones", "import", "example.com", file.toString());

        assertThat(imported.err()).contains("left out: 2 SOA");
        assertThat(imported.status()).isZero();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void takesABigZoneInAndOutWithFewCallsAndLittleMemory() throws Exception {
        StringBuilder text = new StringBuilder("$TTL 300\n@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1\nns1 A 192.0.2.1\n");
        for (int i = 1; i < MANY; i++) {
            text.append("host")
                    .append(i)
                    .append(" A 10.0.")
                    .append(i / 250)
                    .append('.')
                    .append(i % 250)
                    .append('\n');
        }
        Path file = Files.writeString(directory.resolve("big.zone"), text);
        assertThat(program("named-checkzone", "example.com", file.toString())).contains("OK");
        Vpsdns small = vpsdns.with("VPSDNS_JAVA_OPTS", "-Xmx32m");

        Vpsdns.Outcome imported = small.run("zones", "import", "example.com", file.toString());

        assertThat(imported.out()).contains("created " + MANY + ", changed 0, removed 0");
        assertThat(sandbox.calls().count("POST", "/**")).isEqualTo(MANY);
        assertThat(sandbox.calls().count("GET", "/**")).isEqualTo(2);
        sandbox.calls().clear();
        Path exported = directory.resolve("exported.zone");
        assertThat(small.run("zones", "export", "example.com", "-o", exported.toString())
                        .status())
                .isZero();
        assertThat(sandbox.calls().all()).hasSize(2);
        assertThat(small.run("zones", "import", "example.com", exported.toString(), "--prune")
                        .out())
                .contains("nothing to change: " + MANY + " records of the file were there already");
    }

    /** What the server hands over when it is asked for the whole zone. */
    private static String transferred(NamedServer named, Path file) throws IOException, InterruptedException {
        BindTarget target = named.target();
        Files.writeString(
                target.directory().resolve("zones.conf"),
                "zone \"example.com\" { type primary; file \"" + file + "\"; allow-transfer { 127.0.0.1; }; };\n");
        List<String> reconfigure = new ArrayList<>(target.rndc());
        reconfigure.add("reconfig");
        run(reconfigure);
        AtomicReference<String> answer = new AtomicReference<>("");
        await().until(() -> {
            answer.set(program(
                    "dig", "@127.0.0.1", "-p", Integer.toString(named.address().getPort()), "example.com", "AXFR"));
            return answer.get().contains("XFR size");
        });
        return answer.get();
    }

    private void add(String name, String type, String value, @Nullable Integer priority) {
        sandbox.zones().add("example.com", name, type, value, 300, priority);
    }

    private List<String> contents() {
        return sandbox.zones().records("example.com").stream()
                .map(ZoneFilesIT::words)
                .sorted()
                .toList();
    }

    private static String words(SandboxRecord record) {
        return record.name() + " " + record.ttl() + " " + record.type() + " " + record.priority() + " "
                + record.value();
    }

    private static String program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Programs.find(name).orElseThrow().toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
