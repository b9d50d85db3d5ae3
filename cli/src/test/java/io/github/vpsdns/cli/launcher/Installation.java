// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the installation, to be prepared and spoiled. */
record Installation(Path home) {
    /** Copies what the build made, with its times, but without archives. */
    static Installation copiedTo(Path home) {
        Path original = Launched.program().resolveSibling("..").normalize();
        try (Stream<Path> all = Files.walk(original)) {
            for (Path each : all.filter(path -> !path.startsWith(original.resolve("cache")))
                    .toList()) {
                Files.copy(each, home.resolve(original.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return new Installation(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Launched vpsdns(Path work) {
        return Launched.in(work).by(home.resolve("bin/vpsdns"));
    }

    Launched prepare(Path work) {
        return Launched.in(work).by(home.resolve("bin/vpsdns-prepare"));
    }

    Path cache() {
        return home.resolve("cache");
    }

    /** The names in the cache, each with the time of its last change. */
    Map<String, String> archives() {
        return files(cache()).stream()
                .collect(Collectors.toMap(
                        path -> path.getFileName().toString(), Installation::time, (a, b) -> a, TreeMap::new));
    }

    /** The archives themselves. */
    List<Path> archiveFiles() {
        return files(cache()).stream()
                .filter(path -> path.toString().endsWith(".jsa"))
                .toList();
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
