// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.HeldFile;
import io.github.vpsdns.core.file.IoReason;
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

/** The lock beside the memory. It is never removed, and its text tells who holds or held it last. Not thread-safe. */
final class MemoryLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryLock.class);

    private final Path file;
    private final Path path;
    private final Disk disk;
    private final Timekeeper time;
    private @Nullable HeldFile held;

    MemoryLock(Path file, Disk disk, Timekeeper time) {
        this.file = file;
        this.path = file.resolveSibling(file.getFileName() + ".lock");
        this.disk = disk;
        this.time = time;
    }

    /** Takes the lock unless it is held here already. */
    void hold() throws IOException {
        if (held != null) {
            return;
        }
        if (!Files.exists(path)) {
            create();
        }
        Optional<HeldFile> taken = HeldFile.tryHold(path);
        if (taken.isEmpty()) {
            throw new MemoryInUseException(file, holder());
        }
        held = taken.get();
        sign(held);
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

    private String holder() {
        try {
            String text = HeldFile.readOfAnother(path).orElse("in this process");
            return text.isBlank() ? "another process" : text.strip();
        } catch (IOException e) {
            return "another process";
        }
    }

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
