// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample units of the built installation. */
@NeedsPrograms("systemd-analyze")
class SystemdUnitsIT {
    @TempDir
    private Path work;

    @Test
    void areUnderstoodBySystemdWithoutAWarning() throws Exception {
        Path home = Launched.program().getParent().getParent();
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        try (Stream<Path> units = Files.list(home.resolve("systemd"))) {
            for (Path unit : units.toList()) {
                command.add(installed(unit, home).toString());
            }
        }

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
        assertThat(command).hasSize(6);
    }

    /** As it is where the installation is in the directory that the samples name. */
    private Path installed(Path unit, Path home) throws IOException {
        return Files.writeString(
                work.resolve(unit.getFileName()), Files.readString(unit).replace("/opt/vpsdns", home.toString()));
    }
}
