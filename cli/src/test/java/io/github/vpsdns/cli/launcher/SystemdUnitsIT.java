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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample units of the built installation. */
@NeedsPrograms("systemd-analyze")
class SystemdUnitsIT {
    /** From 0, no danger, to 10. */
    private static final Pattern LEVEL = Pattern.compile("Overall exposure level for \\S+: ([0-9.]+)");

    @TempDir
    private Path work;

    @Test
    void areUnderstoodBySystemdWithoutAWarning() throws Exception {
        Path home = Launched.program().getParent().getParent();
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        int options = command.size();
        try (Stream<Path> units = Files.list(home.resolve("systemd"))) {
            for (Path unit : units.toList()) {
                command.add(installed(unit, home).toString());
            }
        }

        assertThat(said(command)).isEmpty();
        assertThat(command).hasSize(options + 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vpsdns-acme.service",
                "vpsdns-acme-renew.service",
                "vpsdns-ddns.service",
                "vpsdns-webhook.service"
            })
    void givesServicesFewRights(String name) throws Exception {
        Path unit = Launched.program().getParent().resolveSibling("systemd").resolve(name);

        String said = said(List.of(
                "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=25", unit.toString()));

        Matcher level = LEVEL.matcher(said);
        assertThat(level.find()).as(said).isTrue();
        assertThat(Double.parseDouble(level.group(1))).isLessThan(2.5);
    }

    private static String said(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** As it is where the installation is in the directory that the samples name. */
    private Path installed(Path unit, Path home) throws IOException {
        return Files.writeString(
                work.resolve(unit.getFileName()), Files.readString(unit).replace("/opt/vpsdns", home.toString()));
    }
}
