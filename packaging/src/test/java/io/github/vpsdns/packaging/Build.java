// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made. */
final class Build {
    private Build() {}

    static Path repository() {
        return directory("vpsdns.repository");
    }

    /** The distribution: what the archive unpacks to. */
    static Path distribution() {
        return directory("vpsdns.home");
    }

    /** Where packages are made. */
    static Path packages() {
        return directory("vpsdns.packages");
    }

    static Path debianPackage() throws IOException {
        try (Stream<Path> files = Files.list(packages())) {
            List<Path> packages =
                    files.filter(file -> file.toString().endsWith("_all.deb")).toList();
            if (packages.size() != 1) {
                throw new AssertionError("there should be one package: " + packages);
            }
            return packages.get(0);
        }
    }

    private static Path directory(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
    }
}
