// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reading files and directories that are small unless something is wrong, also while the thread is interrupted. Stateless. */
public final class SmallFiles {
    /** The most bytes a file may have. */
    public static final int LIMIT = 1 << 20;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private SmallFiles() {}

    /**
     * Reads a whole file of at most {@value #LIMIT} bytes.
     *
     * @param file the file
     * @return its content
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read, is a directory or too long
     */
    public static byte[] read(Path file) throws IOException {
        return read(file, LIMIT);
    }

    /**
     * Reads a whole file of at most so many bytes.
     *
     * @param file the file
     * @param limit the most bytes it may have
     * @return its content
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read, is a directory or too long
     */
    public static byte[] read(Path file, int limit) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a directory");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        // A stream, because reading through a channel fails where the thread is interrupted.
        try (InputStream in = new FileInputStream(file.toFile())) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new FileSystemException(file.toString(), null, "it is longer than " + limit + " bytes");
            }
            return content;
        }
    }

    /**
     * Lists a directory.
     *
     * @param directory an existing directory
     * @return what is in it, sorted
     * @throws IOException if it cannot be read
     */
    public static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException("it cannot be read to its end", e);
        }
    }

    /**
     * Tells who besides the owner may use a file.
     *
     * @param file an existing file
     * @return the mode as {@code ls} prints it, such as {@code rw-r--r--}, or an empty string if only the owner may use it
     * @throws IOException if it cannot be told
     */
    public static String sharedMode(Path file) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        Set<PosixFilePermission> others = new HashSet<>(mode);
        others.removeAll(OWNER_ONLY);
        return others.isEmpty() ? "" : PosixFilePermissions.toString(mode);
    }
}
