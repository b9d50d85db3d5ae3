// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whole changes of a disk: after a failure, a crash or a power cut, what was there is there, or what was asked for.
 *
 * <p>Immutable and thread-safe. All temporary names begin with {@code .new-}.
 */
public final class DurableFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);

    private final Disk disk;

    /**
     * Creates the changes on a disk.
     *
     * @param disk what to change
     */
    public DurableFiles(Disk disk) {
        this.disk = disk;
    }

    /**
     * Puts a file in place of the one of that name, if any, in one step.
     *
     * @param file the file, in an existing directory; its mode will be 0600
     * @param content all its bytes
     * @throws IOException if it failed; then the old file is in place, unless only the last sync failed
     */
    public void replace(Path file, byte[] content) throws IOException {
        Path fresh = temporaryBeside(file);
        try {
            disk.createFile(fresh, content);
            disk.sync(fresh);
            disk.move(fresh, file);
        } catch (IOException e) {
            removeQuietly(fresh);
            throw e;
        }
        disk.sync(directoryOf(file));
    }

    /**
     * Creates a file that is on disk when this returns, but perhaps not yet its name.
     *
     * @param file the file, of which there is none yet; its mode will be 0600
     * @param content all its bytes
     * @throws IOException if it failed; a part of the file may remain
     */
    public void create(Path file, byte[] content) throws IOException {
        disk.createFile(file, content);
        disk.sync(file);
    }

    /**
     * Makes a symbolic link point elsewhere in one step, or creates it.
     *
     * @param link the link
     * @param target what it shall hold
     * @throws IOException if it failed; then the old link is in place, and nothing is on its way
     */
    public void relink(Path link, Path target) throws IOException {
        Path fresh = temporaryBeside(link);
        try {
            disk.link(fresh, target);
            disk.move(fresh, link);
        } catch (IOException e) {
            removeQuietly(fresh);
            throw e;
        }
    }

    /**
     * Makes sure that there is a directory; what of it had to be created has mode 0700 and is on disk.
     *
     * @param directory the directory
     * @throws java.nio.file.FileAlreadyExistsException if there is something else of that name
     * @throws IOException if it cannot be created
     */
    public void ensureDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null && !Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            ensureDirectory(parent);
        }
        try {
            disk.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            // Another process may have been faster.
            if (!Files.isDirectory(directory)) {
                throw e;
            }
            return;
        }
        disk.sync(directoryOf(directory));
    }

    /**
     * Removes a directory and the files in it as far as possible; what remains is only logged.
     *
     * @param directory a directory without directories in it
     */
    public void removeDirectoryQuietly(Path directory) {
        try {
            SmallFiles.list(directory).forEach(this::removeQuietly);
        } catch (IOException e) {
            LOG.debug("could not list '{}': {}", directory, IoReason.of(e));
        }
        removeQuietly(directory);
    }

    /**
     * Removes a file as far as possible; a failure is only logged.
     *
     * @param path what to remove, if it is there
     */
    public void removeQuietly(Path path) {
        try {
            disk.delete(path);
        } catch (IOException e) {
            LOG.warn("could not remove '{}': {}", path, IoReason.of(e));
        }
    }

    private static Path temporaryBeside(Path file) {
        return file.resolveSibling(".new-" + UUID.randomUUID());
    }

    private static Path directoryOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }
}
