// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import io.github.vpsdns.cli.base.Frame;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exercises, each as its users would do it. */
final class Training {
    private static final String API_URL = "VPS_API_URL";
    private static final String ZONE = "example.com";
    private static final String HOST = "www.example.com";
    /** Nothing else of the environment counts: it may name hooks and places of the user's. */
    private static final List<String> SANDBOX =
            List.of(API_URL, "VPS_API_TOKEN", "VPSDNS_NAMESERVERS", "VPSDNS_ACME_SERVER");

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

    void run(Kind kind) throws IOException, InterruptedException {
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> environment = new HashMap<>();
        SANDBOX.forEach(name -> frame.host().variable(name).ifPresent(value -> environment.put(name, value)));
        environment.put("VPSDNS_ACME_DIR", directory.resolve("acme").toString());
        environment.put("VPSDNS_ACME_AGREE_TOS", "true");
        Lines plain = new Lines(frame, program, directory, environment);
        Optional<TlsFront> front = TlsFront.of(URI.create(environment.getOrDefault(API_URL, "")), directory);
        if (front.isEmpty()) {
            frame.note("vpsdns: while training: this Java has no keytool, so https is left out");
            practise(kind, plain);
            return;
        }
        try (TlsFront tls = front.get()) {
            practise(kind, plain.with(API_URL, tls.url().toString()));
        }
    }

    private void practise(Kind kind, Lines lines) throws IOException, InterruptedException {
        switch (kind) {
            case COMMANDS -> {
                commands(lines);
                once(lines);
                complaints(lines);
            }
            case AGENT -> agent(lines);
            case ACME -> certificates(lines);
            case SERVER -> server(lines);
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
        int port = Service.freePort();
        try (Service run = Service.start(lines, "acme", "run", "--listen", Integer.toString(port))) {
            run.ask(port, "/healthz");
        }
    }

    private void once(Lines lines) throws IOException {
        String configuration = write("once.yaml", agentYaml()).toString();
        lines.run("ddns", "addresses", "--config", configuration);
        lines.run("ddns", "once", "--config", configuration);
    }

    private void agent(Lines lines) throws IOException, InterruptedException {
        String configuration = write("run.yaml", agentYaml()).toString();
        try (Service run = Service.start(lines, "ddns", "run", "--config", configuration)) {
            run.awaitWords("all name servers say");
        }
    }

    private String agentYaml() throws IOException {
        Path address = write("address", "192.0.2.3\n");
        return """
                state: %s
                addresses:
                  ipv4: "file:%s"
                records:
                  - %s
                """.formatted(directory.resolve("agent.json"), address, HOST);
    }

    private void server(Lines lines) throws IOException, InterruptedException {
        String hash = lines.run("webhook", "hash-password").strip();
        String login = Base64.getEncoder().encodeToString((USER + ":" + Lines.TYPED).getBytes(StandardCharsets.UTF_8));
        int port = Service.freePort();
        Path configuration =
                write("webhook.yaml", """
                listen: ["127.0.0.1:%d"]
                state: %s
                users:
                  - name: %s
                    password: "%s"
                    hosts: [%s]
                    challenges: [%s]
                """.formatted(port, directory.resolve("webhook.db"), USER, hash, HOST, HOST));
        try (Service run = Service.start(lines, "webhook", "run", "--config", configuration.toString())) {
            run.ask(port, "/");
            run.ask(port, "/nic/update?hostname=" + HOST + "&myip=192.0.2.5", "Authorization: Basic " + login);
        }
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
