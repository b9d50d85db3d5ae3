// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.HeldFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One process's file of journal lines, held while the process lives; not thread-safe. */
final class JournalFile implements AutoCloseable {
    static final String SUFFIX = ".jsonl";
    private static final String DAMAGED = ".damaged";

    private final Disk disk;
    private final HeldFile file;
    private long length;

    private JournalFile(Disk disk, HeldFile file) throws IOException {
        this.disk = disk;
        this.file = file;
        this.length = file.length();
    }

    /** Creates a file of a new name; on disk when this returns. */
    static JournalFile create(Disk disk, Path directory) throws IOException {
        while (true) {
            Path path = directory.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID() + SUFFIX);
            disk.createFile(path, new byte[0]);
            Optional<HeldFile> held;
            try {
                held = HeldFile.tryHold(path);
            } catch (NoSuchFileException e) {
                // Another process took it for left behind before it was held here.
                continue;
            }
            if (held.isPresent()) {
                return settled(disk, directory, held.get());
            }
        }
    }

    private static JournalFile settled(Disk disk, Path directory, HeldFile held) throws IOException {
        try {
            disk.sync(directory);
            return new JournalFile(disk, held);
        } catch (IOException e) {
            held.close();
            throw e;
        }
    }

    /** Takes hold of a file whose process has ended; empty if it lives. */
    static Optional<JournalFile> adopt(Disk disk, Path path) throws IOException {
        Optional<HeldFile> held = HeldFile.tryHold(path);
        return held.isPresent() ? Optional.of(new JournalFile(disk, held.get())) : Optional.empty();
    }

    Path path() {
        return file.path();
    }

    /** Adds lines, all or (as far as a reader sees) none; on disk when this returns. */
    void append(List<JournalLine> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(LineCodec.write(line)));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            disk.write(file, length, bytes);
            length += bytes.length;
        } catch (IOException e) {
            // What was written of it must not end up inside the next line.
            try {
                disk.truncate(file, length);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /** Reads what is still open. */
    JournalContent read() throws IOException {
        return JournalContent.of(file.read());
    }

    /** Forgets all lines. */
    void clear() throws IOException {
        disk.truncate(file, 0);
        length = 0;
    }

    /** Removes the file while it is still held, so that nobody else can take it over. */
    void remove() throws IOException {
        try (HeldFile ending = file) {
            disk.delete(ending.path());
        }
    }

    /** Keeps the file under another name, for a person to look at, where no journal looks for it. */
    void setAside() throws IOException {
        try (HeldFile ending = file) {
            disk.move(ending.path(), ending.path().resolveSibling(ending.path().getFileName() + DAMAGED));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
