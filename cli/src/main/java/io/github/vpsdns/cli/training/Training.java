// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The exercises, each as its users would do it. */
final class Training {
    private static final String ZONE = "example.com";
    private static final String HOST = "www.example.com";
    private static final String USER = "router";

    /** As long as a digest is, as those of challenges are. */
    private static final String CHALLENGE = "0123456789012345678901234567890123456789012";

    private final Frame frame;
    private final Program program;
    private final Path directory;

    Training(Frame frame, Program program, Path directory) {
        this.frame = frame;
        this.program = program;
        this.directory = directory;
    }

    void run() throws IOException, InterruptedException {
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Sandbox sandbox = Sandbox.builder().zone(ZONE).start()) {
            Lines lines = lines(sandbox);
            overTls(lines, sandbox);
            commands(lines);
            certificates(lines);
            agent(lines);
            server(lines);
            complaints(lines);
        }
    }

    private Lines lines(Sandbox sandbox) {
        String servers = sandbox.nameServers().stream()
                .map(server -> server.getAddress().getHostAddress() + ":" + server.getPort())
                .collect(Collectors.joining(","));
        return new Lines(
                frame,
                program,
                directory,
                Map.of(
                        "VPS_API_URL", sandbox.apiUrl().toString(),
                        "VPS_API_TOKEN", sandbox.token(),
                        "VPSDNS_NAMESERVERS", servers,
                        "VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString(),
                        "VPSDNS_ACME_AGREE_TOS", "true",
                        "VPSDNS_ACME_DIR", directory.resolve("acme").toString()));
    }

    /** First, because the JVM reads whom it trusts once. */
    private void overTls(Lines lines, Sandbox sandbox) throws IOException, InterruptedException {
        Optional<TlsFront> front = TlsFront.of(sandbox.apiUrl(), directory);
        if (front.isEmpty()) {
            frame.note("vpsdns: while training: this Java has no keytool, so https is left out");
            return;
        }
        try (TlsFront tls = front.get()) {
            Lines secure = lines.with("VPS_API_URL", tls.url().toString());
            secure.run("zones", "list");
            secure.run("records", "list");
        }
    }

    private static void commands(Lines lines) {
        lines.run("records", "add", HOST, "A", "192.0.2.1");
        lines.run("records", "set", HOST, "A", "192.0.2.2");
        lines.run("records", "add", ZONE, "TXT", "v=spf1 -all");
        lines.run("records", "list", ZONE, "--json");
        lines.run("records", "list");
        lines.run("records", "remove", ZONE, "TXT", "v=spf1 -all");
        lines.run("zones", "show", ZONE);
        lines.run("acme", "hook", "present", HOST, CHALLENGE);
        lines.run("acme", "hook", "cleanup", HOST, CHALLENGE);
    }

    private static void certificates(Lines lines) throws IOException, InterruptedException {
        lines.run("acme", "issue", "-d", ZONE, "-d", "*." + ZONE);
        lines.run("acme", "list");
        lines.run("acme", "renew");
        Service.of(lines, port -> new String[] {"acme", "run", "--listen", Integer.toString(port)})
                .ask("/healthz", "/metrics");
    }

    private void agent(Lines lines) throws IOException, InterruptedException {
        Path address = write("address", "192.0.2.3\n");
        String yaml = """
                state: %s
                addresses:
                  ipv4: "file:%s"
                records:
                  - %s
                """.formatted(directory.resolve("agent.json"), address, HOST);
        Path once = write("once.yaml", yaml);
        lines.run("ddns", "addresses", "--config", once.toString());
        lines.run("ddns", "once", "--config", once.toString());
        Files.writeString(address, "192.0.2.4\n");
        Service.of(lines, port -> {
                    Path run = write("run.yaml", yaml + "listen: 127.0.0.1:" + port + "\n");
                    return new String[] {"ddns", "run", "--config", run.toString()};
                })
                .ask("/healthz", "/metrics");
    }

    private void server(Lines lines) throws IOException, InterruptedException {
        String hash = lines.run("webhook", "hash-password").strip();
        String login = Base64.getEncoder().encodeToString((USER + ":" + Lines.TYPED).getBytes(StandardCharsets.UTF_8));
        Service.of(lines, port -> {
                    Path run = write("webhook.yaml", """
                            listen: ["127.0.0.1:%d"]
                            state: %s
                            users:
                              - name: %s
                                password: "%s"
                                hosts: [%s]
                                challenges: [%s]
                            """.formatted(
                                    port, directory.resolve("webhook.db"), USER, hash, HOST, HOST));
                    return new String[] {"webhook", "run", "--config", run.toString()};
                })
                .as("Basic " + login)
                .ask("/", "/nic/update?hostname=" + HOST + "&myip=192.0.2.5");
    }

    private static void complaints(Lines lines) {
        lines.run("--version");
        lines.run("--help");
        lines.run(2, "records", "lists");
        lines.run(2, "--nonsense");
        lines.with("VPS_API_TOKEN", "vps_unknown").run(1, "zones", "list");
    }

    private Path write(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
