// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The steps by which this program changes a disk, each of which may fail by itself.
 *
 * <p>Implementations are thread-safe. An interrupt neither stops a step nor is lost.
 */
public interface Disk {
    /**
     * Creates a directory that only its owner may use (mode 0700 from the start).
     *
     * @param directory what to create; its parent exists
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name
     * @throws IOException if it cannot be created
     */
    void createDirectory(Path directory) throws IOException;

    /**
     * Creates a file that only its owner may use (mode 0600 from the start) and writes it; not yet on disk.
     *
     * @param file what to create
     * @param content all its bytes
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name
     * @throws IOException if it cannot be created or written; a part of it may remain
     */
    void createFile(Path file, byte[] content) throws IOException;

    /**
     * Writes bytes into a held file at a position; on disk when this returns.
     *
     * @param file the file to write to
     * @param position where the first byte goes, from 0 to the file's length
     * @param bytes what to write
     * @throws IOException if it cannot be written; a part may have been
     */
    void write(HeldFile file, long position, byte[] bytes) throws IOException;

    /**
     * Cuts a held file.
     *
     * @param file the file to cut
     * @param length what remains of it, in bytes
     * @throws IOException if it cannot be cut
     */
    void truncate(HeldFile file, long length) throws IOException;

    /**
     * Waits until a file's content or a directory's entries are on disk.
     *
     * @param path a file or a directory
     * @throws IOException if they are not known to be
     */
    void sync(Path path) throws IOException;

    /**
     * Creates a symbolic link.
     *
     * @param link what to create
     * @param target what it holds
     * @throws IOException if it cannot be created
     */
    void link(Path link, Path target) throws IOException;

    /**
     * Renames in one step; what had the new name is gone.
     *
     * @param from the old name
     * @param to the new name, in the same file system
     * @throws IOException if it cannot be renamed; then nothing has changed
     */
    void move(Path from, Path to) throws IOException;

    /**
     * Removes a file, a link or an empty directory, if it is there.
     *
     * @param path what to remove
     * @throws IOException if it is there and cannot be removed
     */
    void delete(Path path) throws IOException;

    /**
     * Returns the machine's own disk.
     *
     * @return the real one
     */
    static Disk local() {
        return LocalDisk.INSTANCE;
    }
}
