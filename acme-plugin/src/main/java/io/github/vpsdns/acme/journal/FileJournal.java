// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a directory, which any number of processes of one machine may share.
 *
 * <p>Each has a file of its own there, made when it is first needed, with JSON objects line by line. The file is locked while
 * its process lives, however that ends, so an unlocked file is one left behind. Files have mode 0600.
 *
 * <p>Thread-safe: one monitor guards the file and the ledger, and a disk's answer is awaited within it.
 */
public final class FileJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

    private final Path directory;
    private final Timekeeper time;
    private final Disk disk;
    private final Ledger ledger = new Ledger();
    private @Nullable JournalFile own;
    private boolean ended;

    /**
     * Creates the journal of this process; nothing is written yet.
     *
     * @param directory where the files are; created with mode 0700 when it is first needed
     * @param time the clock for {@link Entry#at}
     */
    public FileJournal(Path directory, Timekeeper time) {
        this(directory, time, Disk.local());
    }

    /**
     * Creates the journal of this process on a disk; nothing is written yet. For this library alone, whose tests make disks fail.
     *
     * @param directory where the files are; created with mode 0700 when it is first needed
     * @param time the clock for {@link Entry#at}
     * @param disk how the files are changed
     */
    @SuppressWarnings("exports")
    public FileJournal(Path directory, Timekeeper time, Disk disk) {
        this.directory = directory;
        this.time = time;
        this.disk = disk;
    }

    @Override
    public synchronized Entry open(DomainName name, String value) {
        if (ended) {
            throw new IllegalStateException("the journal is closed");
        }
        Entry entry = new Entry(UUID.randomUUID().toString(), name, value, time.now(), null, null);
        try {
            append(List.of(new JournalLine.Opened(entry)));
        } catch (IOException e) {
            throw new JournalException(
                    "cannot note in '" + directory + "' that a TXT value will be written for " + name
                            + ", so it is not: " + IoReason.of(e),
                    e);
        }
        return entry;
    }

    @Override
    public synchronized void created(Entry entry, ZoneId zone, RecordId record) {
        note(new JournalLine.Created(entry.id(), zone, record), entry);
    }

    @Override
    public synchronized void closed(Entry entry) {
        note(new JournalLine.Closed(entry.id()), entry);
        if (ledger.isEmpty() && own != null) {
            try {
                own.clear();
            } catch (IOException e) {
                LOG.debug("could not shorten '{}': {}", own.path(), IoReason.of(e));
            }
        }
    }

    @Override
    public synchronized void abandoned(Entry entry) {
        ledger.abandon(entry.id());
    }

    @Override
    public synchronized List<Entry> leftovers() {
        if (!ended && Files.isDirectory(directory)) {
            try {
                for (Path file : SmallFiles.list(directory)) {
                    if (file.toString().endsWith(JournalFile.SUFFIX)) {
                        takeOver(file);
                    }
                }
            } catch (IOException e) {
                throw new JournalException("cannot read the journal in '" + directory + "': " + IoReason.of(e), e);
            }
        }
        return ledger.leftovers();
    }

    private void takeOver(Path path) {
        try {
            Optional<JournalFile> adopted = JournalFile.adopt(disk, path);
            if (adopted.isPresent()) {
                try (JournalFile file = adopted.get()) {
                    takeOver(file);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("'{}' was taken over by another process", path);
        } catch (IOException e) {
            LOG.warn("could not take over the journal of an ended process, '{}': {}", path, IoReason.of(e));
        }
    }

    private void takeOver(JournalFile file) throws IOException {
        JournalContent content = file.read();
        List<JournalLine> lines = new ArrayList<>();
        for (Entry entry : content.open()) {
            // A process that was killed right here before has left its copies in a second file.
            if (!ledger.has(entry.id())) {
                lines.add(new JournalLine.Opened(entry));
            }
        }
        if (!lines.isEmpty()) {
            append(lines);
            content.open().forEach(entry -> ledger.abandon(entry.id()));
        }
        if (content.damaged() == 0) {
            file.remove();
        } else {
            LOG.warn(
                    "{} lines of the journal '{}' cannot be read; TXT values they tell of may be left. It is kept as *.damaged",
                    content.damaged(),
                    file.path());
            file.setAside();
        }
    }

    /** Writes first and remembers then, so that nothing is relied on that is not on disk. */
    private void append(List<JournalLine> lines) throws IOException {
        JournalFile file = own;
        if (file == null) {
            new DurableFiles(disk).ensureDirectory(directory);
            file = JournalFile.create(disk, directory);
            own = file;
        }
        file.append(lines);
        lines.forEach(ledger::apply);
    }

    private void note(JournalLine line, Entry entry) {
        if (ended || !ledger.has(entry.id())) {
            LOG.debug("the journal no longer has the entry for {}", entry.name());
            return;
        }
        try {
            append(List.of(line));
        } catch (IOException e) {
            ledger.apply(line);
            LOG.warn(
                    "could not bring the journal entry for {} up to date in '{}': {}",
                    entry.name(),
                    directory,
                    IoReason.of(e));
        }
    }

    /** Ends the journal. Its file goes if nothing is open, else it stays for the next process. */
    @Override
    public synchronized void close() {
        ended = true;
        JournalFile file = own;
        own = null;
        if (file != null) {
            try (file) {
                if (ledger.isEmpty()) {
                    file.remove();
                }
            } catch (IOException e) {
                LOG.warn("could not end the journal '{}': {}", file.path(), IoReason.of(e));
            }
        }
    }
}
