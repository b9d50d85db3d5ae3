// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds programs that are installed, or unpacked for the tests alone. Stateless. */
public final class Programs {
    /** The system property that names the directory of the programs that are there for the tests alone. */
    public static final String PEERS = "vpsdns.peers";

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Programs() {}

    /**
     * Finds a program: first among those for the tests alone, which are in the directory that the system property {@value
     * #PEERS} names or in {@code .peers/bin} of the project; then on the path; then where an administrator's programs are, which
     * an ordinary user's path leaves out.
     *
     * @param name as one would type it, such as {@code dig}, or with a version, such as {@code pebble-2.10}
     * @return its file, empty if it is nowhere
     */
    public static Optional<Path> find(String name) {
        return find(name, peers(System.getProperty(PEERS, ""), Path.of("").toAbsolutePath()));
    }

    static Optional<Path> find(String name, Stream<Path> peers) {
        Stream<Path> installed = Stream.concat(
                        SEPARATOR.splitAsStream(System.getenv().getOrDefault("PATH", "")),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of);
        return Stream.concat(peers, installed)
                .map(directory -> directory.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Tests run in the directory of a module, somewhere below that of the project. */
    static Stream<Path> peers(String named, Path workingDirectory) {
        return named.isEmpty()
                ? Stream.<Path>iterate(workingDirectory, at -> at != null, Path::getParent)
                        .map(at -> at.resolve(".peers").resolve("bin"))
                : Stream.of(Path.of(named));
    }
}
