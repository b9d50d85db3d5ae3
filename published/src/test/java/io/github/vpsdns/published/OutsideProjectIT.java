// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project in {@code examples/outside}, built elsewhere, by coordinates alone, with a local repository of its own. */
final class OutsideProjectIT {
    private static final Path PROJECT = Path.of(System.getProperty("project.root"), "examples/outside");

    /** What this build has downloaded serves as a mirror, so that the network is asked only for what is not in it. */
    private static final String SETTINGS = """
            <settings>
              <localRepository>%s</localRepository>
              <profiles>
                <profile>
                  <id>here</id>
                  <repositories>
                    <repository>
                      <id>published</id>
                      <url>%s</url>
                      <snapshots><enabled>true</enabled><checksumPolicy>fail</checksumPolicy></snapshots>
                    </repository>
                    <repository>
                      <id>downloaded</id>
                      <url>%s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                      <snapshots><enabled>false</enabled></snapshots>
                    </repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository>
                      <id>downloaded</id>
                      <url>%s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                      <snapshots><enabled>false</enabled></snapshots>
                    </pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>here</activeProfile></activeProfiles>
            </settings>
            """;

    @TempDir
    private Path work;

    @Test
    void issuesACertificateWithTheBomAndCoordinates() throws Exception {
        Path local = work.resolve("local");
        Path settings = Files.writeString(work.resolve("settings.xml"), settings(local));
        copyProject();

        String printed = new Program(
                        work,
                        List.of(
                                Path.of(System.getProperty("maven.home"), "bin", "mvn")
                                        .toString(),
                                "-B",
                                "--no-transfer-progress",
                                "-s",
                                settings.toString(),
                                "verify"))
                .run();

        assertThat(printed).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(folders(local.resolve("io/github/vpsdns")))
                .containsExactlyInAnyOrder("vpsdns-acme", "vpsdns-bom", "vpsdns-core", "vpsdns-sandbox");
    }

    @Test
    void itsVersionIsThisOne() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("pom.xml"), UTF_8))
                .contains("<vpsdns.version>" + Repository.VERSION + "</vpsdns.version>");
    }

    private static String settings(Path local) {
        String downloaded = Path.of(System.getProperty("maven.cache")).toUri().toString();
        return SETTINGS.formatted(local, Repository.ROOT.toUri(), downloaded, downloaded);
    }

    private void copyProject() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = work.resolve(PROJECT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static List<String> folders(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }
}
