// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.LockFile;
import io.github.vpsdns.core.file.SmallFiles;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.StoreException;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A database's file, for its owner and for one process alone. SQLite gives the files that it puts beside it ({@code NAME-wal}, {@code
 * NAME-shm}) the same mode.
 *
 * @param path the file, absolute
 */
record SqliteFile(Path path, LockFile lock) implements AutoCloseable {
    /**
     * Takes a file, and creates it with its directory if there is none.
     *
     * @throws StoreException if another process has it
     * @throws UnusableStoreException if it cannot be created or written
     */
    static SqliteFile take(Path file, Disk disk, Timekeeper time) {
        Path path = file.toAbsolutePath();
        LockFile lock = new LockFile(path.resolveSibling(path.getFileName() + ".lock"), disk, time);
        boolean usable = false;
        try {
            DurableFiles files = new DurableFiles(disk);
            Path directory = path.getParent();
            if (directory != null) {
                files.ensureDirectory(directory);
            }
            if (!lock.hold()) {
                throw new StoreException(
                        "the database '" + path + "' is in use by another server (" + lock.holder()
                                + "); each needs a file of its own, or all of them PostgreSQL",
                        null);
            }
            prepare(path, disk);
            usable = true;
            return new SqliteFile(path, lock);
        } catch (IOException e) {
            throw new UnusableStoreException("the database '" + path + "' cannot be used: " + IoReason.of(e), e);
        } finally {
            if (!usable) {
                lock.close();
            }
        }
    }

    private static void prepare(Path path, Disk disk) throws IOException {
        if (!Files.exists(path)) {
            disk.createFile(path, new byte[0]);
            disk.sync(path);
            disk.sync(path.resolveSibling(""));
        } else if (!Files.isRegularFile(path)) {
            throw new IOException("it is no regular file");
        } else if (!Files.isWritable(path)) {
            throw new IOException("it may not be written");
        } else if (!SmallFiles.sharedMode(path).isEmpty()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
