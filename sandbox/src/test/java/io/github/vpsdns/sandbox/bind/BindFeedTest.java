// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the feed writes and calls, with a script in place of rndc. */
class BindFeedTest {
    @TempDir
    private Path directory;

    private Path calls;
    private Path broken;
    private BindTarget target;

    @BeforeEach
    void writeScript() throws IOException {
        calls = directory.resolve("calls");
        broken = directory.resolve("broken");
        Path script = directory.resolve("rndc");
        Files.writeString(script, """
                #!/bin/sh
                test -e '%s' && { echo 'connection refused'; exit 1; }
                echo "$@" >> '%s'
                """.formatted(broken, calls));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        target = BindTarget.of(directory.resolve("zones"), List.of(script.toString(), "-k", "key"));
    }

    private Sandbox start(BindTarget... targets) {
        return Sandbox.builder()
                .withoutDns()
                .withoutAcme()
                .zone("example.com")
                .bind(targets)
                .start();
    }

    private List<String> called() throws IOException {
        return Files.readAllLines(calls);
    }

    @Test
    void zonesOfTheStartAreConfiguredAndLoaded() throws IOException {
        try (Sandbox sandbox = start(target)) {
            assertThat(called()).containsExactly("-k key reconfig", "-k key reload example.com");
            assertThat(target.directory().resolve("zones.conf"))
                    .content()
                    .contains("zone \"example.com\" { type primary;");
            assertThat(target.directory().resolve("example.com.zone")).content().startsWith("$ORIGIN example.com.\n");
            assertThat(sandbox.nameServers()).isEmpty();
        }
    }

    @Test
    void changeOfAZoneReloadsOnlyThatZone() throws IOException {
        try (Sandbox sandbox = start(target)) {
            sandbox.zones().create("example.org");
            await().until(() -> called().contains("-k key reload example.org"));
            Files.delete(calls);

            sandbox.zones().add("example.org", "x", "TXT", "a");

            await().until(() -> Files.exists(calls) && !called().isEmpty());
            assertThat(called()).containsExactly("-k key reload example.org");
        }
    }

    @Test
    void deletedZoneIsTakenOutOfTheConfiguration() throws IOException {
        try (Sandbox sandbox = start(target)) {
            Files.delete(calls);

            sandbox.zones().delete("example.com");

            await().until(() -> Files.exists(calls) && !called().isEmpty());
            assertThat(called()).containsExactly("-k key reconfig");
            assertThat(target.directory().resolve("zones.conf")).isEmptyFile();
            try (Stream<Path> files = Files.list(target.directory())) {
                assertThat(files).containsExactly(target.directory().resolve("zones.conf"));
            }
        }
    }

    @Test
    void reloadThatFailsIsTriedAgain() throws IOException {
        try (Sandbox sandbox = start(target)) {
            Files.delete(calls);
            Files.createFile(broken);
            sandbox.zones().add("example.com", "x", "TXT", "a");
            await().until(() -> sandbox.bind().failure(1).isPresent());
            assertThat(sandbox.bind().failure(1).orElseThrow())
                    .contains("reload example.com")
                    .endsWith("failed with status 1: connection refused");

            Files.delete(broken);

            await().until(() -> sandbox.bind().failure(1).isEmpty());
            assertThat(called()).containsExactly("-k key reload example.com");
        }
    }

    @Test
    void commandThatDoesNotWorkIsAnErrorAtTheStart() {
        BindTarget wrong = BindTarget.of(directory.resolve("zones"), List.of("/nowhere/rndc"));

        assertThatThrownBy(() -> start(wrong))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("BIND cannot be fed: ")
                .hasMessageContaining("/nowhere/rndc");
    }

    @Test
    void targetsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BindTarget.of(directory, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> target.delayed(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BindTarget.of(directory.resolve("a\"b"), List.of("rndc")));
    }
}
