// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vpsdns.cli.launcher.Launched.Outcome;
import io.github.vpsdns.cli.launcher.Launched.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/vpsdns-prepare}, and what {@code bin/vpsdns} makes of its archives. */
class PrepareIT {
    @TempDir
    static Path shared;

    private static Installation prepared;
    private static Outcome outcome;
    private static FileTime jarTime;

    @TempDir
    Path work;

    private boolean isSpoiled;

    @BeforeAll
    static void prepareOnce() throws Exception {
        prepared = Installation.copiedTo(shared.resolve("installation"));
        outcome = prepared.prepare(shared).run();
        jarTime = Files.getLastModifiedTime(jar());
        copyCache(prepared.cache(), shared.resolve("kept"));
    }

    @AfterEach
    void restore() throws Exception {
        if (isSpoiled) {
            prepared.prepare(work).run("--remove");
            copyCache(shared.resolve("kept"), prepared.cache());
            Files.setLastModifiedTime(jar(), jarTime);
        }
    }

    private static Path jar() {
        return prepared.home().resolve("lib/vpsdns.jar");
    }

    private static void copyCache(Path from, Path to) throws Exception {
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
        assertThat(copying.waitFor()).isZero();
    }

    @Test
    void practisesEverythingWithoutComplaint() {
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).hasLineCount(1).contains("made ");
        assertThat(prepared.archiveFiles())
                .extracting(path -> path.getFileName().toString().replaceFirst("^[^.]*", ""))
                .containsExactlyInAnyOrder(".acme.jsa", ".agent.jsa", ".commands.jsa", ".server.jsa");
    }

    @Test
    void leavesOnlyWhatOthersMayReadAndNobodyElseMayWrite() throws IOException {
        for (Path file : prepared.archiveFiles()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-r--r--");
        }
        assertThat(prepared.archives().keySet()).noneMatch(name -> name.startsWith(".new"));
    }

    @ParameterizedTest
    @CsvSource({"zones, list", "ddns, run", "acme, renew", "webhook, run"})
    void eachKindOfProcessStartsFromItsArchive(String group, String command) throws IOException {
        assertThat(fromArchive(prepared, group, command)).isTrue();
    }

    @Test
    void doesNothingWhereNothingHasChanged() {
        Map<String, String> before = prepared.archives();

        Outcome again = prepared.prepare(work).run();

        assertThat(again.status()).isZero();
        assertThat(again.err()).hasLineCount(1).contains("nothing to do");
        assertThat(prepared.archives()).isEqualTo(before);
    }

    @Test
    void theArchiveIsUsedThroughAnyLinkToTheInstallation() throws IOException {
        Path link = Files.createSymbolicLink(work.resolve("elsewhere"), prepared.home());

        assertThat(fromArchive(new Installation(link), "zones", "list")).isTrue();
    }

    @Test
    void aJarThatChangedMakesTheArchiveSilentlyUseless() throws IOException {
        Installation changed = spoiled();
        Files.setLastModifiedTime(jar(), FileTime.fromMillis(jarTime.toMillis() + 60_000));

        assertThat(version(changed)).startsWith("vpsdns ").hasLineCount(1);
        assertThat(fromArchive(changed, "zones", "list")).isFalse();
    }

    @Test
    void anArchiveThatIsNoneIsSilentlyPassedOver() throws IOException {
        Installation spoiled = spoiled();
        for (Path file : spoiled.archiveFiles()) {
            Files.delete(file);
            Files.writeString(file, "not an archive");
        }

        assertThat(version(spoiled)).startsWith("vpsdns ").hasLineCount(1);
    }

    @Test
    void anArchiveIsNotUsedWhereOthersCanWrite() throws IOException {
        Installation open = spoiled();
        Files.setPosixFilePermissions(open.cache(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(fromArchive(open, "zones", "list")).isFalse();
    }

    @Test
    void removesAllArchivesWhenAsked() throws IOException {
        Installation doomed = spoiled();

        assertThat(doomed.prepare(work).run("--remove").status()).isZero();
        assertThat(doomed.cache()).doesNotExist();
        assertThat(version(doomed)).startsWith("vpsdns ");
    }

    @Test
    void removesTheArchivesOfAJavaThatIsNoMore() throws IOException {
        Installation aged = spoiled();
        Files.writeString(aged.cache().resolve("1-2.java"), "/nonexistent/bin/java\n" + aged.home() + "\n");
        Files.writeString(aged.cache().resolve("1-2.commands.jsa"), "old");

        aged.prepare(work).run("commands");

        assertThat(aged.archives().keySet()).noneMatch(name -> name.startsWith("1-2."));
    }

    @Test
    void saysSoWhereItCannotWrite() throws IOException {
        Installation fixed = Installation.copiedTo(work.resolve("installation"));
        Files.writeString(fixed.cache(), "a file where the directory would be");

        Outcome refused = fixed.prepare(work).run();

        assertThat(refused.status()).isZero();
        assertThat(refused.err()).hasLineCount(1).contains("cannot be written", "works without it");
        assertThat(version(fixed)).startsWith("vpsdns ");
    }

    @Test
    void oneThatIsKilledHarmsNobody() throws IOException {
        Installation fresh = Installation.copiedTo(work.resolve("installation"));
        try (Running running = fresh.prepare(work).start("commands")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> fresh.archives().keySet().stream().anyMatch(name -> name.startsWith(".new")));
            running.process().destroyForcibly();
            running.await();
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> processesIn(fresh.home()).isEmpty());
        assertThat(fresh.archiveFiles()).isEmpty();
        assertThat(version(fresh)).startsWith("vpsdns ").hasLineCount(1);
    }

    @Test
    void aJavaThatCannotMakeArchivesChangesNothing() throws IOException {
        Installation kept = spoiled();
        Map<String, String> before = kept.archives();
        Path java = Files.createDirectories(work.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'cannot do that' >&2\nexit 1\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(work.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");

        Outcome failed = kept.prepare(work)
                .with("JAVA_HOME", work.resolve("java").toString())
                .run();

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).contains("cannot do that", "works without archives");
        assertThat(kept.archives()).isEqualTo(before);
    }

    @Test
    void keepsArchivesForSeveralJavasSideBySide() throws IOException {
        Optional<Path> other = otherJava();
        assumeTrue(other.isPresent(), "there is no second Java here");
        Installation both = spoiled();

        Outcome made = both.prepare(work)
                .with("JAVA_HOME", other.orElseThrow().toString())
                .run("commands");

        assertThat(made.status()).as(made.err()).isZero();
        assertThat(fromArchive(both.vpsdns(work).with("JAVA_HOME", other.get().toString()), "zones", "list"))
                .isTrue();
        assertThat(fromArchive(both, "zones", "list")).isTrue();
    }

    @Test
    void hintsAtItWhereThereIsNoArchiveAndMoreIsToBeTold() throws IOException {
        Installation bare = Installation.copiedTo(work.resolve("installation"));

        assertThat(bare.vpsdns(work).run("zones", "list", "-v").err()).contains("bin/vpsdns-prepare makes one");
        assertThat(bare.vpsdns(work).run("zones", "list").err()).doesNotContain("vpsdns-prepare");
        assertThat(prepared.vpsdns(work).run("zones", "list", "-v").err()).doesNotContain("vpsdns-prepare");
    }

    @Test
    void refusesWordsThatItDoesNotKnow() {
        Outcome refused = prepared.prepare(work).run("agents");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).contains("'agents'", "expected commands, agent, acme, server");
    }

    /** The prepared installation itself, since its place is a part of what is remembered; it is restored after the test. */
    private Installation spoiled() {
        isSpoiled = true;
        return prepared;
    }

    private static List<Long> processesIn(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private String version(Installation installation) {
        Outcome told = installation.vpsdns(work).run("--version");
        assertThat(told.err()).isEmpty();
        return told.out();
    }

    private boolean fromArchive(Installation installation, String... args) throws IOException {
        return fromArchive(installation.vpsdns(work), args);
    }

    /** Lets it fail for want of a token or a configuration, which comes after the start. */
    private boolean fromArchive(Launched command, String... args) throws IOException {
        Path log = work.resolve("classes");
        command.with("VPSDNS_JAVA_OPTS", "-Xlog:class+load:file=" + log).run(args);
        List<String> lines = Files.readAllLines(log);
        return lines.stream()
                .anyMatch(line -> line.contains(" io.github.vpsdns.cli.VpsDns ") && line.contains("(top)"));
    }

    private static Optional<Path> otherJava() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .filter(home -> !home.equals(own) && !Files.isSymbolicLink(home))
                    .findFirst();
        }
    }
}
