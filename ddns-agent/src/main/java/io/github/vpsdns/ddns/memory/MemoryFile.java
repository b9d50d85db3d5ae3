// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.LockFile;
import io.github.vpsdns.core.file.SmallFiles;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's memory on disk: one JSON file of mode 0600, of which a crash or a power cut leaves the old one or the new one.
 *
 * <ul>
 *   <li>A lock beside it ({@code NAME.lock}) keeps a second agent away, until this is closed or the process ends.
 *   <li>A file that cannot be used is put aside as {@code NAME.unusable}, where the next such file replaces it.
 *   <li>Where the directory cannot be written, an agent can run without: everything is read that can be, and only {@link #save}
 *       fails, each time until it succeeds.
 * </ul>
 *
 * <p>Thread-safe: one call after the other. An interrupt neither stops a call nor is lost.
 */
public final class MemoryFile implements AutoCloseable {
    /** The most bytes that the file may have: enough for ten thousand names. */
    public static final int LIMIT = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(MemoryFile.class);

    private final Path path;
    private final Disk disk;
    private final DurableFiles files;
    private final Timekeeper time;
    private final LockFile lock;

    private MemoryFile(Path path, Disk disk, Timekeeper time) {
        this.path = path;
        this.disk = disk;
        this.files = new DurableFiles(disk);
        this.time = time;
        this.lock = new LockFile(path.resolveSibling(path.getFileName() + ".lock"), disk, time);
    }

    /**
     * Takes a memory for this agent alone. Where the lock cannot be made, as on a disk that cannot be written, it goes without until the
     * first {@link #save} that succeeds.
     *
     * @param path the file, which need not be there, nor its directory
     * @param time the clock that what is read is held against
     * @return the memory, to be closed
     * @throws MemoryInUseException if another agent has it
     */
    public static MemoryFile open(Path path, Timekeeper time) {
        return open(path, Disk.local(), time);
    }

    /**
     * The same, for this library alone, whose tests make disks fail.
     *
     * @param path the file
     * @param disk how it is written
     * @param time the clock that what is read is held against
     * @return the memory, to be closed
     * @throws MemoryInUseException if another agent has it
     */
    @SuppressWarnings("exports")
    public static MemoryFile open(Path path, Disk disk, Timekeeper time) {
        MemoryFile file = new MemoryFile(path.toAbsolutePath(), disk, time);
        boolean usable = false;
        try {
            file.hold();
            usable = true;
        } catch (IOException e) {
            LOG.debug("no lock for '{}': {}", path, IoReason.of(e));
            usable = true;
        } finally {
            if (!usable) {
                file.close();
            }
        }
        return file;
    }

    /**
     * Returns where the memory is.
     *
     * @return the file, absolute
     */
    public Path path() {
        return path;
    }

    /**
     * Reads what is remembered. Nothing in it is trusted: names, ids, addresses and numbers are checked, times that are still to come
     * are cut to now, and pauses to an hour from now.
     *
     * @return the memory, empty if there is none; never a failure, whatever is on the disk
     */
    public synchronized Recollection load() {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return new Recollection(Memory.EMPTY, null);
            }
            return new Recollection(MemoryReader.read(content(), time.now()), null);
        } catch (NoSuchFileException e) {
            return new Recollection(Memory.EMPTY, null);
        } catch (IOException e) {
            return unusable("it cannot be read: " + IoReason.of(e));
        } catch (UnusableMemoryException e) {
            return unusable(String.valueOf(e.getMessage()));
        }
    }

    private byte[] content() throws IOException {
        // Reading a pipe would never end.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "it is no regular file");
        }
        return SmallFiles.read(path, LIMIT);
    }

    private Recollection unusable(String reason) {
        Path aside = path.resolveSibling(path.getFileName() + ".unusable");
        String done;
        try {
            disk.move(path, aside);
            done = "put aside as '" + aside.getFileName() + "'";
        } catch (IOException e) {
            done = "and it cannot be put aside: " + IoReason.of(e);
        }
        return new Recollection(Memory.EMPTY, reason + "; " + done);
    }

    /**
     * Writes what is to be remembered; it is on disk when this returns. Directories that are missing are made, with mode 0700.
     *
     * @param memory all of it
     * @throws MemoryUnsavedException if it cannot be written, because the disk is full or for another reason; the old file is whole
     * @throws MemoryInUseException if there was no lock yet, and another agent has it by now
     */
    public synchronized void save(Memory memory) {
        byte[] content = MemoryWriter.write(memory);
        if (content.length > LIMIT) {
            throw new MemoryUnsavedException(path, "it would be longer than " + LIMIT + " bytes", null);
        }
        try {
            hold();
            files.replace(path, content);
        } catch (IOException e) {
            throw new MemoryUnsavedException(path, IoReason.of(e), e);
        }
    }

    private synchronized void hold() throws IOException {
        Path directory = path.getParent();
        if (directory != null) {
            files.ensureDirectory(directory);
        }
        if (!lock.hold()) {
            throw new MemoryInUseException(path, lock.holder());
        }
    }

    /** Lets another agent have the memory; a second time does nothing. */
    @Override
    public synchronized void close() {
        lock.close();
    }
}
