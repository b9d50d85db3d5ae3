// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.HeldFile;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The file whose lock is that of the directory. It is never removed, and its text tells who holds or held it last. */
final class LockFile {
    private static final Duration STEP = Duration.ofMillis(200);

    private final Path path;
    private final Disk disk;

    LockFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
    }

    StateLock acquire(Duration limit, Timekeeper time) {
        Deadline deadline = Deadline.after(limit, time);
        try {
            create();
            while (true) {
                Optional<HeldFile> held = HeldFile.tryHold(path);
                if (held.isPresent()) {
                    return signed(held.get(), time);
                }
                if (deadline.expired()) {
                    throw new StateLockedException(directory(), holder(), limit);
                }
                time.sleep(deadline.cut(STEP));
            }
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("waiting for '" + directory() + "', in use by " + holder(), e);
        } catch (IOException e) {
            throw StoreException.writing(path, e);
        }
    }

    private void create() throws IOException {
        if (!Files.exists(path)) {
            try {
                disk.createFile(path, new byte[0]);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; any of its moments will do.
                return;
            }
        }
    }

    private StateLock signed(HeldFile file, Timekeeper time) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + " since " + time.now();
        try {
            disk.truncate(file, 0);
            disk.write(file, 0, holder.getBytes(StandardCharsets.UTF_8));
            return new StateLock(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private String holder() {
        try {
            String text = HeldFile.readOfAnother(path).orElse("another part of this process");
            return text.isBlank() ? "another process" : text;
        } catch (IOException e) {
            return "another process";
        }
    }

    private String directory() {
        Path parent = path.getParent();
        return parent == null ? "." : parent.toString();
    }
}
