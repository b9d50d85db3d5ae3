// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Dig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    private Path directory;

    private Sandbox start() {
        return Sandbox.builder()
                .zone("example.com")
                .stateFile(directory.resolve("deep/state.json"))
                .withoutAcme()
                .start();
    }

    @Test
    void zonesRecordsAndTokensSurviveARestart() {
        List<SandboxZone> before;
        String token;
        String limited;
        try (Sandbox first = start()) {
            first.zones().add("example.com", "x", "MX", "mail.example.com", 60, 0);
            before = first.zones().all();
            token = first.token();
            limited = first.token("dns:list");
        }

        try (Sandbox second = start()) {
            assertThat(second.zones().all()).isEqualTo(before);
            assertThat(second.token()).isEqualTo(token);
            assertThat(new Http(second).as(limited).get("/dns-zones/").statusCode())
                    .isEqualTo(200);
            assertThat(Dig.at(second).values("x.example.com", "MX")).containsExactly("0 mail.example.com.");
        }
    }

    @Test
    void deletedZoneStaysDeleted() {
        try (Sandbox first = start()) {
            first.zones().create("example.org");
            first.zones().delete("example.org");
        }

        try (Sandbox second = start()) {
            assertThat(second.zones().find("example.org")).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFileAndNothingElseIsLeftBeside() throws IOException {
        try (Sandbox sandbox = start()) {
            sandbox.zones().add("example.com", "x", "TXT", "a");
        }

        Path file = directory.resolve("deep/state.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void fileOfAnotherKindIsRefusedAndLeftAlone() throws IOException {
        Path file = directory.resolve("other.json");
        Files.writeString(file, "{\"hello\":1}");

        assertThatThrownBy(() -> Sandbox.builder().stateFile(file).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not the state of a sandbox");
        assertThat(file).hasContent("{\"hello\":1}");
    }

    @Test
    void changeThatCannotBeKeptDoesNotHappen() throws IOException {
        try (Sandbox sandbox = start()) {
            Path file = directory.resolve("deep/state.json");
            Files.delete(file);
            Files.createDirectories(file.resolve("in the way"));

            assertThatThrownBy(() -> sandbox.zones().create("example.org")).isInstanceOf(UncheckedIOException.class);

            assertThat(sandbox.zones().find("example.org")).isEmpty();
            assertThat(new Http(sandbox)
                            .post("/dns-zones/", "{\"domain\":\"example.org\"}")
                            .statusCode())
                    .isEqualTo(500);
        }
    }
}
