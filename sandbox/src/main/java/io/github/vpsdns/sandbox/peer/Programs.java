// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds installed programs. */
public final class Programs {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Programs() {}

    /**
     * Finds a program on the path, or where an administrator's programs are: an ordinary user's path leaves those out.
     *
     * @param name as one would type it, such as {@code dig}
     * @return its file, empty if it is not installed
     */
    public static Optional<Path> find(String name) {
        return Stream.concat(
                        SEPARATOR.splitAsStream(System.getenv().getOrDefault("PATH", "")),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
