// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.base.Json;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, one JSON document a line, added to a file that only its owner can read. Nobody waits for the disk: lines are written
 * by one thread in the order of their events. How many were left out, because too many came at once, stands in the next one.
 *
 * <p>Thread-safe; {@link #use} and {@link #close} belong to the service's thread.
 */
final class AuditLog implements WebhookListener, AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Timekeeper time;
    private final Consumer<String> complaints;
    private final StrangersAllowance allowance;
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ThreadPoolExecutor writer;

    /** The writer's thread writes to it, the service's thread changes it; both guarded by this. */
    private volatile @Nullable FileChannel file;
    /** Belongs to the writer's thread. */
    private boolean complained;

    AuditLog(Timekeeper time, Consumer<String> complaints) {
        this.time = time;
        this.complaints = complaints;
        this.allowance = new StrangersAllowance(time);
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> {
                    Thread thread = new Thread(work, "vpsdns-audit");
                    thread.setDaemon(true);
                    return thread;
                },
                (dropped, pool) -> leftOut.incrementAndGet());
        writer.allowCoreThreadTimeOut(true);
    }

    /**
     * Opens a file, which may be the same under its name: so one that was moved away is begun anew.
     *
     * @param path the file, or {@code null} for none
     * @throws UncheckedIOException if it cannot be opened; what was used goes on
     */
    void use(@Nullable Path path) {
        FileChannel next = path == null ? null : open(path);
        synchronized (this) {
            closeFile();
            file = next;
        }
    }

    @Override
    public void onEvent(WebhookEvent event) {
        if (file == null) {
            return;
        }
        AuditEntry.of(time.now(), event).ifPresent(entry -> {
            if (entry.stranger() && !allowance.take()) {
                leftOut.incrementAndGet();
            } else {
                writer.execute(() -> write(entry.members()));
            }
        });
    }

    private void write(Map<String, Object> members) {
        int missing = leftOut.getAndSet(0);
        if (missing > 0) {
            members.put("left_out", missing);
        }
        try {
            append(ByteBuffer.wrap((Json.text(members) + "\n").getBytes(StandardCharsets.UTF_8)));
            if (complained) {
                complaints.accept("the audit log can be written again");
            }
            complained = false;
        } catch (IOException e) {
            leftOut.addAndGet(missing + 1);
            if (!complained) {
                complaints.accept("the audit log cannot be written: " + IoReason.of(e));
            }
            complained = true;
        }
    }

    private synchronized void append(ByteBuffer line) throws IOException {
        while (file != null && line.hasRemaining()) {
            file.write(line);
        }
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the audit log '" + path + "' cannot be written: " + reason(path, e)
                            + "; expected a file that this user may write to, in a directory that is there",
                    e);
        }
    }

    private static String reason(Path path, IOException failure) {
        Path directory = path.toAbsolutePath().getParent();
        return failure instanceof NoSuchFileException && directory != null && Files.notExists(directory)
                ? "there is no directory '" + directory + "'"
                : IoReason.of(failure);
    }

    private void closeFile() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            complaints.accept("the audit log did not close well: " + IoReason.of(e));
        }
    }

    /** Writes what waits, for a moment at most, and ends. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                int underWay = writer.getActiveCount();
                complaints.accept("the audit log may miss " + (writer.getQueue().size() + underWay)
                        + " lines, which took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            closeFile();
            file = null;
        }
    }
}
