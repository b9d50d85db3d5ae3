// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.HeldFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered, one file a lineage, in {@code schedule/}. The lock of a file beside them is held for the moment of a change,
 * and another one of each lineage while its deploy hook runs. Thread-safe.
 */
final class MemoryFiles {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryFiles.class);

    /** A change is a few writes, so whoever is at it longer hangs. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration STEP = Duration.ofMillis(5);

    private final Path directory;
    private final Disk disk;
    private final DurableFiles files;

    MemoryFiles(Path state, Disk disk) {
        this.directory = state.resolve("schedule");
        this.disk = disk;
        this.files = new DurableFiles(disk);
    }

    RenewalMemory load(LineageName name) {
        Path file = file(name);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? MemoryJson.read(file) : RenewalMemory.EMPTY;
    }

    RenewalMemory update(LineageName name, UnaryOperator<RenewalMemory> change) {
        Path file = file(name);
        try {
            files.ensureDirectory(directory);
            try (HeldFile held = hold(directory.resolve("update.lock"))) {
                LOG.trace("changing {} under {}", file, held.path());
                RenewalMemory former = loadOrBegin(name);
                RenewalMemory memory = change.apply(former);
                if (!memory.equals(former) || !Files.exists(file)) {
                    files.replace(file, MemoryJson.write(memory));
                }
                return memory;
            }
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    /** What cannot be understood must not stop renewals for ever. */
    private RenewalMemory loadOrBegin(LineageName name) {
        try {
            return load(name);
        } catch (StoreException e) {
            LOG.warn("what was remembered of {} is given up: {}", name, e.getMessage());
            return RenewalMemory.EMPTY;
        }
    }

    Optional<CertificateStorage.Lock> tryDeploy(LineageName name) {
        Path file = deployLock(name);
        try {
            files.ensureDirectory(directory);
            create(file);
            return HeldFile.tryHold(file).map(StateLock::new);
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    void remove(LineageName name) {
        Path file = file(name);
        if (!Files.exists(directory)) {
            return;
        }
        try (HeldFile held = hold(directory.resolve("update.lock"))) {
            LOG.trace("removing {} under {}", file, held.path());
            disk.delete(file);
            disk.delete(deployLock(name));
            disk.sync(directory);
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    private HeldFile hold(Path file) throws IOException {
        create(file);
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            while (true) {
                Optional<HeldFile> held = HeldFile.tryHold(file);
                if (held.isPresent()) {
                    return held.get();
                }
                if (System.nanoTime() - end > 0) {
                    throw new FileSystemException(
                            file.toString(), null, "another process has held it for " + LIMIT.toSeconds() + " s");
                }
                LockSupport.parkNanos(STEP.toNanos());
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void create(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                disk.createFile(file, new byte[0]);
            } catch (FileAlreadyExistsException e) {
                LOG.trace("another process was faster to create {}", file);
            }
        }
    }

    private Path file(LineageName name) {
        return directory.resolve(name + ".json");
    }

    private Path deployLock(LineageName name) {
        return directory.resolve(name + ".deploy.lock");
    }
}
