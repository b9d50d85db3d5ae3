// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file's place tells about it.
 *
 * @param directory what relative paths in it are relative to
 * @param openTo the file's mode if everybody may read it, such as {@code rw-r--r--}, or {@code null}
 */
public record Surroundings(Path directory, @Nullable String openTo) {
    private static final int MOST_OF_A_PATH = 1000;
    private static final String COMPLAINED = "here";

    /**
     * Looks at a file's place.
     *
     * @param file the file, which need not be there
     * @return what it tells
     */
    public static Surroundings of(Path file) {
        return new Surroundings(directoryOf(file), openTo(file));
    }

    /**
     * Describes a path.
     *
     * @param of what it leads to, to stand after "the path of"
     * @return what may stand in the file
     */
    public Scalar<Path> path(String of) {
        return Scalar.text(MOST_OF_A_PATH, "the path of " + of).to(this::resolve);
    }

    /**
     * Makes a path of the file absolute.
     *
     * @param path as written
     * @return the path, normalized
     * @throws InvalidValueException if it is none
     */
    public Path resolve(String path) {
        try {
            return directory.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidValueException("this is not a path: " + e.getReason());
        }
    }

    /**
     * Turns the complaint of a reader of options into one of this file, where the key is told in another way.
     *
     * @param reader is given where the value stands, to begin its complaint with
     * @param <T> the type of the value
     * @return what it read
     * @throws InvalidValueException in place of its {@link UsageException}
     */
    public static <T> T told(Function<String, T> reader) {
        try {
            return reader.apply(COMPLAINED);
        } catch (UsageException e) {
            String message = String.valueOf(e.getMessage());
            throw new InvalidValueException(
                    message.startsWith(COMPLAINED + ": ") ? message.substring(COMPLAINED.length() + 2) : message);
        }
    }

    private static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** A file system without such permissions guards its files in ways that cannot be judged here. */
    private static @Nullable String openTo(Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            return mode.contains(PosixFilePermission.OTHERS_READ) ? PosixFilePermissions.toString(mode) : null;
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }
}
