// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution with a Java of its own, where the path leads to no other. */
class ImageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TAKING = Pattern.compile("taking requests at 127\\.0\\.0\\.1:(\\d+)");
    private static final String ZONE = "example.com";

    @TempDir
    private static Path shared;

    private static Sandbox sandbox;
    private static Path programs;
    private static Path image;

    @TempDir
    private Path work;

    @BeforeAll
    static void make() throws IOException {
        image = Image.made();
        sandbox = Sandbox.start(ZONE);
        programs = Files.createDirectory(shared.resolve("bin"));
        for (String name : List.of("readlink", "sed")) {
            Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\nexec /bin/" + name + " \"$@\"\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void startsByItsOwnJavaAndNoOther() {
        assertThat(vpsdns("--version").with("JAVA_HOME", "/nonexistent").succeed())
                .contains("(Java " + System.getProperty("java.version"));
    }

    @Test
    void sharesTheClassesOfItsJava() {
        assertThat(vpsdns("--version")
                        .with("VPSDNS_JAVA_OPTS", "-Xlog:class+load")
                        .succeed())
                .contains("java.lang.Object source: shared objects file");
    }

    @Test
    void listsRecordsByTlsOnAnEllipticCurve() throws Exception {
        vpsdns("records", "set", "www.example.com", "A", "192.0.2.9").succeed();

        try (TlsFront front = TlsFront.of(sandbox.apiUrl(), work)) {
            String listed = vpsdns("records", "list", ZONE)
                    .with("VPS_API_URL", front.url(sandbox.apiUrl()).toString())
                    .with("VPSDNS_JAVA_OPTS", front.trust())
                    .succeed();

            assertThat(listed).contains("192.0.2.9");
        }
    }

    @Test
    void issuesACertificate() {
        vpsdns(
                        "acme",
                        "issue",
                        "-d",
                        ZONE,
                        "-d",
                        "*." + ZONE,
                        "--dir",
                        work.resolve("acme").toString())
                .succeed();

        assertThat(work.resolve("acme/live/example.com/fullchain.pem"))
                .content()
                .contains("BEGIN CERTIFICATE");
    }

    @Test
    void publishesAnAddress() throws IOException {
        Path configuration = Files.writeString(work.resolve("ddns.yaml"), """
                addresses: { ipv4: "static:192.0.2.7" }
                records: [home.example.com]
                state: ddns.json
                """);

        vpsdns("ddns", "once", "--config", configuration.toString()).succeed();

        assertThat(sandbox.zones().records(ZONE))
                .anyMatch(record -> record.value().equals("192.0.2.7"));
    }

    @Test
    void takesARoutersUpdateUntilItIsToldToStop() throws Exception {
        String hash = environment(List.of(
                        "/bin/sh", "-c", "echo " + Router.PASSWORD + " | \"$0\" webhook hash-password", program()))
                .succeed();
        Path configuration = work.resolve("webhook.yaml");
        Files.createFile(
                configuration, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration, """
                listen: ["127.0.0.1:0"]
                state: webhook.db
                %s
                """.formatted(new Router(0, "router.example.com").user(hash)));
        Path said = work.resolve("said");
        Process server =
                vpsdns("webhook", "run", "--config", configuration.toString()).start(said);
        try {
            await().atMost(PATIENCE).until(() -> port(said) > 0 || !server.isAlive());
            assertThat(new Router(port(said), "router.example.com").update("192.0.2.8"))
                    .isEqualTo("good 192.0.2.8\n");
            server.destroy();
            assertThat(server.waitFor()).as(Files.readString(said)).isEqualTo(143);
        } finally {
            server.destroyForcibly();
        }
    }

    private static int port(Path said) throws IOException {
        Matcher taking = TAKING.matcher(Files.readString(said));
        return taking.find() ? Integer.parseInt(taking.group(1)) : 0;
    }

    private static Command vpsdns(String... words) {
        return environment(Stream.concat(Stream.of(program()), Stream.of(words)).toList());
    }

    private static String program() {
        return image.resolve("bin/vpsdns").toString();
    }

    private static Command environment(List<String> words) {
        return new Command(words, Map.of("PATH", programs.toString(), "LC_ALL", "C.UTF-8"))
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token())
                .with(
                        "VPSDNS_NAMESERVERS",
                        "127.0.0.1:" + sandbox.nameServers().get(0).getPort())
                .with("VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                .with("VPSDNS_ACME_AGREE_TOS", "true");
    }
}
