// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.journal.FileJournal;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The directory in which everything is kept.
 *
 * <p>Immutable and thread-safe. It needs a local POSIX file system, on which locks and renames mean what they say.
 */
public final class StateDirectory {
    private final Path path;
    private final Disk disk;

    /**
     * Names a directory; nothing is looked at yet. That is enough for reading: where there is nothing, there is nothing to find.
     *
     * @param path the directory, relative to the working directory or absolute
     */
    public StateDirectory(Path path) {
        this(path, Disk.local());
    }

    StateDirectory(Path path, Disk disk) {
        this.path = path.toAbsolutePath().normalize();
        this.disk = disk;
    }

    /**
     * Creates what is missing, with mode 0700, and makes sure by a trial that files can be written.
     *
     * @return this
     * @throws StoreException if it cannot be used: something else is in its place, it is not writable, or others may write to it
     */
    public StateDirectory prepare() {
        DurableFiles files = new DurableFiles(disk);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StoreException(
                    "'" + path + "' is a file; expected a directory to keep accounts and certificates in", null);
        }
        try {
            files.ensureDirectory(path);
            refuseOthersWriting(path);
            for (String part : List.of("accounts", "archive", "live", "renewal", "schedule", "journal")) {
                files.ensureDirectory(path.resolve(part));
                refuseOthersWriting(path.resolve(part));
            }
            Path trial = path.resolve(".new-" + UUID.randomUUID());
            disk.createFile(trial, new byte[0]);
            disk.delete(trial);
        } catch (UnsupportedOperationException e) {
            throw new StoreException("'" + path + "' is on a file system without POSIX file modes; keys need them", e);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot keep accounts and certificates in '" + path + "': " + IoReason.of(e)
                            + "; expected a directory that this user may write to",
                    e);
        }
        return this;
    }

    private static void refuseOthersWriting(Path directory) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(directory);
        if (mode.contains(PosixFilePermission.GROUP_WRITE) || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new StoreException(
                    "others than the owner may write to '" + directory
                            + "', so they could put their keys there; run: chmod 700 '" + directory + "'",
                    null);
        }
    }

    /**
     * Returns where it is.
     *
     * @return the absolute path
     */
    public Path path() {
        return path;
    }

    /**
     * Waits until no other process, and no other part of this one, changes this directory.
     *
     * @param limit how long to wait at most; zero tries once
     * @param time the clock to go by
     * @return the lock, to be closed when done
     * @throws StateLockedException if it was in use all the time; the message says by whom
     * @throws StoreException if the lock file cannot be written
     * @throws io.github.vpsdns.core.CancelledException if the thread is interrupted meanwhile
     */
    public StateLock lock(Duration limit, Timekeeper time) {
        return new LockFile(path.resolve("lock"), disk).acquire(limit, time);
    }

    /**
     * Returns the accounts.
     *
     * @return the accounts kept here
     */
    public AccountStore accounts() {
        return new FileAccountStore(path, disk);
    }

    /**
     * Returns the certificates.
     *
     * @return the certificates kept here
     */
    public LineageStore lineages() {
        return new LineageStore(path, disk);
    }

    /**
     * Returns the settings for renewal.
     *
     * @return the settings kept here
     */
    public RenewalStore renewals() {
        return new RenewalStore(path, disk);
    }

    /**
     * Returns all of it but the settings and the journal, in the form that renewal works with. It is {@linkplain #prepare
     * prepared} whenever it is locked.
     *
     * @return the storage
     */
    public CertificateStorage storage() {
        return new FileStorage(this, new MemoryFiles(path, disk));
    }

    /**
     * Makes sure that there is something of a name here: a certificate, or settings to get one by.
     *
     * @param name the name
     * @return the same name
     * @throws UnknownLineageException if there is neither
     * @throws StoreException if the directory cannot be read
     */
    public LineageName requireKnown(LineageName name) {
        SortedSet<LineageName> known = new TreeSet<>(lineages().list());
        known.addAll(renewals().list());
        if (!known.contains(name)) {
            throw new UnknownLineageException(name, path, known);
        }
        return name;
    }

    /**
     * Forgets a lineage: its settings, so that nothing renews it, what is remembered of its renewal, and its files and keys. For
     * the holder of the {@linkplain #lock lock}; ended in the middle, it can be done again.
     *
     * @param name the lineage
     * @return whether it would have been renewed
     * @throws StoreException if some of it cannot be removed
     */
    public boolean forget(LineageName name) {
        boolean renewed = renewals().remove(name);
        new MemoryFiles(path, disk).remove(name);
        lineages().remove(name);
        return renewed;
    }

    /**
     * Opens a journal of what may be left in a zone; one suffices for a process.
     *
     * @param time the clock to go by
     * @return a new journal, to be closed at the end
     */
    public Journal journal(Timekeeper time) {
        return new FileJournal(path.resolve("journal"), time, disk);
    }
}
