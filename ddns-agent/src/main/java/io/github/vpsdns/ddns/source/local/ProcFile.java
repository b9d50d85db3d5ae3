// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import io.github.vpsdns.ddns.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads tables that the kernel makes while they are read. */
final class ProcFile {
    /** What the kernel gives at once, and thus as it was at one moment. */
    static final int AT_ONCE = 4096;

    private static final int TRIES = 5;

    private ProcFile() {}

    /**
     * Reads a table. A longer one is read until it is twice the same: lines that appear or vanish in between shift the others,
     * some of which then would be left out.
     *
     * @param file the table
     * @param parse takes from its text what matters, so that counters in it do not
     * @return what it says, empty if there is no such table
     * @throws SourceException if it cannot be read, is too long or never the same
     */
    static <T> Optional<T> read(Path file, Function<String, T> parse) {
        Optional<String> text = text(file);
        Optional<T> said = text.map(parse);
        for (int i = 1; text.isPresent() && text.get().length() >= AT_ONCE; i++) {
            text = text(file);
            Optional<T> again = text.map(parse);
            if (again.equals(said)) {
                break;
            }
            if (i == TRIES) {
                throw new SourceException(file + " changed each time that it was read", null);
            }
            said = again;
        }
        return said;
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(new String(SmallFiles.read(file), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SourceException(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /** What is thrown for a line that is not as documented. */
    static SourceException strange(String table, String line) {
        String shown = line.length() > 120 ? line.substring(0, 120) + "…" : line;
        return new SourceException("the kernel's " + table + " has a line that cannot be read: '" + shown + "'", null);
    }
}
