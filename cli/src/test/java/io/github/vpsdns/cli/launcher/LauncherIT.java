// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.launcher.Launched.Outcome;
import io.github.vpsdns.cli.launcher.Launched.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/vpsdns} of the built installation, as a process. */
class LauncherIT {
    @TempDir
    Path work;

    @Test
    void startsFromAnyDirectoryAndThroughLinks() throws IOException {
        Path first = Files.createSymbolicLink(work.resolve("first"), Launched.program());
        Path second = Files.createSymbolicLink(work.resolve("second"), Path.of("first"));

        Outcome outcome = Launched.in(work).by(second).run("--version");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("vpsdns ").doesNotContain("unknown", "${");
        assertThat(first).isSymbolicLink();
    }

    @Test
    void startsThroughALinkThatIsNamedWithoutADirectory() throws Exception {
        Path spaced = Files.createDirectory(work.resolve("a directory"));
        Files.createSymbolicLink(spaced.resolve("first"), Launched.program());
        Files.createSymbolicLink(spaced.resolve("second"), Path.of("first"));

        Process process = new ProcessBuilder("sh", "second", "--version")
                .directory(spaced.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).startsWith("vpsdns ");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void takesEverySampleOfItsEnvironmentThroughAShell() throws Exception {
        Path sample = Launched.program().resolveSibling("../conf/vpsdns.env");
        Path all = work.resolve("all.env");
        List<String> lines = Files.readAllLines(sample).stream()
                .map(line -> line.replaceFirst("^#(?=[A-Z_]+=)", ""))
                .toList();
        Files.write(all, lines);

        Process process = new ProcessBuilder(
                        "sh", "-c", "set -ea; . \"$0\"; echo \"$VPSDNS_ACME_DEPLOY_HOOK\"", all.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).isEqualTo("systemctl reload nginx\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void findsJavaOnThePath() {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();

        Outcome outcome = Launched.in(work)
                .without("JAVA_HOME")
                .with("PATH", java + ":/usr/bin:/bin")
                .run("--version");

        assertThat(outcome.status()).as(outcome.err()).isZero();
    }

    @Test
    void saysWhatToDoWhenThereIsNoJava() throws IOException {
        Path tools = Files.createDirectory(work.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("sh"), Path.of("/bin/sh"));
        Files.createSymbolicLink(tools.resolve("readlink"), Path.of("/usr/bin/readlink"));

        Outcome outcome = Launched.in(work)
                .without("JAVA_HOME")
                .with("PATH", tools.toString())
                .run("--version");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("vpsdns: there is no java on the PATH; install Java 17 or later, or set JAVA_HOME\n");
    }

    @Test
    void saysWhereAWrongJavaHomePointsTo() {
        Outcome outcome = Launched.in(work).with("JAVA_HOME", work.toString()).run("--version");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("JAVA_HOME is " + work, "Java 17");
    }

    @Test
    void refusesAnOldJavaByItsReleaseFile() throws IOException {
        Path old = javaThat("#!/bin/sh\nexit 99\n");
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");

        Outcome outcome = Launched.in(work).with("JAVA_HOME", old.toString()).run("--version");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("is Java 11.0.2; Java 17 or later is needed");
    }

    @Test
    void refusesAnOldJavaThatHasNoReleaseFile() throws IOException {
        Path old = javaThat("#!/bin/sh\necho 'java version \"1.8.0_292\"' >&2\n");

        Outcome outcome = Launched.in(work).with("JAVA_HOME", old.toString()).run("--version");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("is Java 1.8.0_292");
    }

    @Test
    void givesTheUsersJavaOptionsTheLastWord() {
        Outcome outcome = Launched.in(work)
                .with("VPSDNS_JAVA_OPTS", "-Xmx80m -XX:+PrintFlagsFinal")
                .run("--version");

        assertThat(outcome.out()).containsPattern("MaxHeapSize +:?= 83886080 ").contains("\nvpsdns ");
    }

    @Test
    void passesWordsOnAsTheyAre() {
        Outcome outcome = Launched.in(work).run("records", "list", "--type", "a *  b");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'A *  B'");
    }

    @Test
    void tellsWrongUsageByItsExitStatus() {
        Outcome outcome = Launched.in(work).run("zones", "list");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).hasLineCount(1).startsWith("vpsdns: no API token");
    }

    @Test
    void failsWhenItsOutputCannotBeWritten() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "\"$0\" --help > /dev/full",
                        Launched.program().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said).contains("could be written to standard output");
    }

    @Test
    void runsASandboxUntilItIsTerminatedThatOtherCommandsUse() {
        try (Running sandbox = Launched.in(work).start("sandbox", "--zone", "example.com")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> sandbox.said().contains("VPSDNS_ACME_SERVER=")
                            && sandbox.said().endsWith("\n"));
            Launched command = Launched.in(work);
            sandbox.said()
                    .lines()
                    .map(line -> line.replaceFirst("^export ", "").split("=", 2))
                    .forEach(pair -> command.with(pair[0], pair[1]));

            Outcome issued = command.with("VPSDNS_ACME_AGREE_TOS", "true")
                    .with("VPSDNS_ACME_DIR", work.resolve("acme").toString())
                    .with("VPSDNS_ACME_DEPLOY_HOOK", "env >'" + work.resolve("hook.env") + "'")
                    .run("acme", "issue", "-d", "example.com", "-d", "*.example.com");
            Outcome records = command.run("records", "list", "--json");
            sandbox.process().destroy();

            assertThat(issued.status()).as(issued.err()).isZero();
            assertThat(issued.out()).contains("example.com, *.example.com");
            assertThat(work.resolve("hook.env"))
                    .content()
                    .contains("RENEWED_LINEAGE=", "VPS_API_URL=")
                    .doesNotContain("VPS_API_TOKEN", "vps_");
            assertThat(records.out()).isEqualTo("[]\n");
            assertThat(sandbox.await().status()).isEqualTo(143);
        }
    }

    private Path javaThat(String script) throws IOException {
        Path home = work.resolve("java");
        Files.createDirectories(home.resolve("bin"));
        Path java = home.resolve("bin/java");
        Files.writeString(java, script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
