// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package as a file. */
@NeedsPrograms({"dpkg-deb", "lintian"})
@DisabledIfEnvironmentVariable(named = "SECOND_JAVA", matches = "true", disabledReason = "tested with the first Java")
class DebianContentsIT {
    @TempDir
    private Path work;

    @Test
    void hasNothingThatDebiansCheckerMinds() throws IOException {
        String said = Command.of(
                        "lintian",
                        "--allow-root",
                        "--profile=debian",
                        "--fail-on=error,warning",
                        Build.debianPackage().toString())
                .succeed();

        assertThat(said.lines().filter(line -> line.matches("[EW]: .*"))).isEmpty();
    }

    @Test
    void ownsItsFilesAsRootAndGuardsWhatMayHoldSecrets() throws IOException {
        List<String> listed = Command.of(
                        "dpkg-deb", "--contents", Build.debianPackage().toString())
                .succeed()
                .lines()
                .toList();

        assertThat(listed)
                .hasSizeGreaterThan(50)
                .filteredOn(line -> !line.startsWith(expectedMode(path(line), line.charAt(0)) + " root/root "))
                .isEmpty();
    }

    @Test
    void tellsTheLicenceOfEveryLibrary() throws IOException {
        Command.of("dpkg-deb", "--extract", Build.debianPackage().toString(), work.toString())
                .succeed();
        List<String> patterns = Files.readAllLines(work.resolve("usr/share/doc/vpsdns/copyright")).stream()
                .filter(line -> line.contains("usr/lib/vpsdns/lib/"))
                .map(line -> line.substring(line.indexOf("usr/")).strip())
                .toList();
        List<Path> libraries;
        try (Stream<Path> files = Files.list(work.resolve("usr/lib/vpsdns/lib"))) {
            libraries = files.map(work::relativize)
                    .filter(file -> !file.getFileName().toString().startsWith("vpsdns"))
                    .toList();
        }

        assertThat(libraries)
                .isNotEmpty()
                .allSatisfy(library ->
                        assertThat(patterns).as("%s", library).anyMatch(pattern -> covers(pattern, library)));
        assertThat(patterns)
                .as("no library is told of that is not there")
                .allSatisfy(pattern -> assertThat(libraries).anyMatch(library -> covers(pattern, library)));
    }

    private static boolean covers(String pattern, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(file);
    }

    private static String path(String line) {
        return line.substring(line.indexOf(" ./") + 2).replaceFirst(" -> .*", "");
    }

    private static String expectedMode(String path, char type) {
        if (type == 'd') {
            return "drwxr-xr-x";
        }
        if (type == 'l') {
            // Links have no modes of their own.
            return "lrw-r--r--";
        }
        if (path.equals("/etc/vpsdns/webhook.yaml") || path.equals("/etc/vpsdns/vpsdns.env")) {
            return "-rw-r-----";
        }
        return path.startsWith("/usr/lib/vpsdns/bin/") ? "-rwxr-xr-x" : "-rw-r--r--";
    }
}
