// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing.secrecy;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Both streams of this process and its log, from now until it is closed. */
final class Watch implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final WatchedStream watchedOut = new WatchedStream(out);
    private final WatchedStream watchedErr = new WatchedStream(err);
    private final Path log;
    private long seen;

    Watch(Path log) {
        this.log = log;
        seen = length();
        System.setOut(watchedOut.asPrintStream());
        System.setErr(watchedErr.asPrintStream());
    }

    /** What was found since it was asked last. */
    synchronized List<Secrets.Finding> takeFound() {
        List<Secrets.Finding> found = new ArrayList<>(watchedOut.takeFound());
        found.addAll(watchedErr.takeFound());
        found.addAll(Secrets.in(news()));
        return found;
    }

    /** A log is only ever added to, but begins anew with a process that writes it. */
    private String news() {
        long length = length();
        if (length < seen) {
            seen = 0;
        }
        if (length == seen) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(seen);
            byte[] bytes = new byte[Math.toIntExact(length - seen)];
            file.readFully(bytes);
            seen = length;
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long length() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}
