// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The repository to which this build has deployed what it would publish. */
final class Repository {
    static final List<String> LIBRARIES =
            List.of("vpsdns-core", "vpsdns-acme", "vpsdns-ddns", "vpsdns-webhook", "vpsdns-sandbox");
    static final String BOM = "vpsdns-bom";
    static final Path ROOT = Path.of(System.getProperty("published.repository"));
    static final String VERSION = System.getProperty("published.version");

    private static final Path GROUP = ROOT.resolve("io/github/vpsdns");

    private Repository() {}

    static Path jar(String artifact) {
        return file(artifact, ".jar");
    }

    static Path pom(String artifact) {
        return file(artifact, ".pom");
    }

    static Path sources(String artifact) {
        return file(artifact, "-sources.jar");
    }

    static List<String> artifacts() {
        try (Stream<Path> folders = Files.list(GROUP)) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest, since each build of a snapshot leaves one with a time in its name. */
    private static Path file(String artifact, String end) {
        String base = VERSION.replace("-SNAPSHOT", "");
        String name = artifact + "-" + base + "(-[0-9.]+-[0-9]+)?" + end.replace(".", "\\.");
        try (Stream<Path> files = Files.list(GROUP.resolve(artifact).resolve(VERSION))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new AssertionError("no " + artifact + end + " in " + GROUP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
