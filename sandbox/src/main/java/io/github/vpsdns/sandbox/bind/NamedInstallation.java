// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Where BIND's programs are. */
record NamedInstallation(Path named, Path rndc) {
    static Optional<NamedInstallation> find() {
        return program("named").flatMap(named -> program("rndc").map(rndc -> new NamedInstallation(named, rndc)));
    }

    private static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        // An ordinary user's path leaves out the sbin directories.
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
