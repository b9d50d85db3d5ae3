// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file beside another, which one process at a time holds so that it has the other for itself. It is never removed, and its text tells who holds
 * or held it last.
 *
 * <p>Not thread-safe.
 */
public final class LockFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);

    private final Path path;
    private final Disk disk;
    private final Timekeeper time;
    private @Nullable HeldFile held;

    /**
     * Creates a lock that is not held.
     *
     * @param path the lock's own file, in an existing directory
     * @param disk how it is written
     * @param time since when it is held, for people
     */
    public LockFile(Path path, Disk disk, Timekeeper time) {
        this.path = path;
        this.disk = disk;
        this.time = time;
    }

    /**
     * Takes the lock unless it is held here already.
     *
     * @return whether it is held here now, and not by another
     * @throws IOException if the file cannot be created or opened
     */
    public boolean hold() throws IOException {
        if (held != null) {
            return true;
        }
        if (!Files.exists(path)) {
            create();
        }
        Optional<HeldFile> taken = HeldFile.tryHold(path);
        if (taken.isEmpty()) {
            return false;
        }
        held = taken.get();
        sign(held);
        return true;
    }

    private void create() throws IOException {
        try {
            disk.createFile(path, new byte[0]);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another process was faster to create '{}'", path);
        }
    }

    /** The text is for people; where it cannot be written the lock holds all the same. */
    private void sign(HeldFile lock) {
        String holder = "process " + ProcessHandle.current().pid() + " since " + time.now();
        try {
            disk.truncate(lock, 0);
            disk.write(lock, 0, holder.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("could not write '{}': {}", path, IoReason.of(e));
        }
    }

    /**
     * Tells who has a lock that could not be had.
     *
     * @return a few words, such as {@code process 4711 since 2026-01-01T00:00:00Z}
     */
    public String holder() {
        try {
            String text = HeldFile.readOfAnother(path).orElse("in this process");
            return text.isBlank() ? "another process" : text.strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    /** Lets another have the lock; a second time does nothing. */
    @Override
    public void close() {
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                LOG.debug("could not close '{}': {}", path, IoReason.of(e));
            }
            held = null;
        }
    }
}
