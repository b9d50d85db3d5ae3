// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import io.github.vpsdns.ddns.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table that the kernel makes while it is read. It is parsed only when it is another one than last time, since it is read every
 * few seconds for years and hardly ever changes.
 *
 * <p>Thread-safe.
 *
 * @param <T> what it says
 */
final class Table<T> {
    /** What the kernel gives at once, and thus as it was at one moment. */
    static final int AT_ONCE = 4096;

    private static final int TRIES = 5;

    private final Path file;
    private final Function<String, T> parse;
    private volatile @Nullable Reading<T> last;

    /**
     * Creates the table; reads nothing yet.
     *
     * @param file where it is
     * @param parse takes from its text what matters, so that counters in it do not
     */
    Table(Path file, Function<String, T> parse) {
        this.file = file;
        this.parse = parse;
    }

    /**
     * Reads the table. A longer one is read until it says the same twice: lines that appear or vanish in between shift the others,
     * some of which then would be left out.
     *
     * @return what it says, empty if there is no such table
     * @throws SourceException if it cannot be read, is too long or never the same
     */
    Optional<T> read() {
        try {
            byte[] bytes = SmallFiles.read(file);
            Reading<T> known = last;
            if (known == null || !Arrays.equals(bytes, known.bytes)) {
                known = bytes.length < AT_ONCE ? parsed(bytes) : settled(bytes);
                last = known;
            }
            return Optional.of(known.said);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SourceException(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private Reading<T> settled(byte[] first) throws IOException {
        Reading<T> before = parsed(first);
        for (int i = 1; i < TRIES; i++) {
            Reading<T> now = parsed(SmallFiles.read(file));
            if (now.said.equals(before.said)) {
                return now;
            }
            before = now;
        }
        throw new SourceException(file + " changed each time that it was read", null);
    }

    private Reading<T> parsed(byte[] bytes) {
        return new Reading<>(bytes, parse.apply(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What is thrown for a line that is not as documented. */
    static SourceException strange(String table, String line) {
        String shown = line.length() > 120 ? line.substring(0, 120) + "…" : line;
        return new SourceException("the kernel's " + table + " has a line that cannot be read: '" + shown + "'", null);
    }

    private static final class Reading<T> {
        final byte[] bytes;
        final T said;

        Reading(byte[] bytes, T said) {
            this.bytes = bytes;
            this.said = said;
        }
    }
}
