// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A file of at most 64 KiB with addresses, one a line. Whoever writes it should rename a whole one into its place; one that is being
 * written in place is looked at until it stays the same.
 *
 * <p>Thread-safe. A reading has a thread of its own, so that a file system that hangs, as one of a server that is gone, holds up
 * nobody for more than a second; while it hangs, further readings fail at once.
 */
public final class FileSource implements AddressSource {
    static final Duration LONGEST = Duration.ofSeconds(1);

    private final SourceSpec.TextFile spec;
    private final Callable<byte[]> file;
    private volatile @Nullable Thread hanging;

    /**
     * Takes the file, which need not exist yet.
     *
     * @param spec with an absolute path
     */
    public FileSource(SourceSpec.TextFile spec) {
        this(spec, WholeFile.at(spec.path()));
    }

    FileSource(SourceSpec.TextFile spec, Callable<byte[]> file) {
        this.spec = spec;
        this.file = file;
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    /** {@inheritDoc} Takes a second at most. */
    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        Thread before = hanging;
        if (before != null && before.isAlive()) {
            throw hangs(null);
        }
        FutureTask<byte[]> content = new FutureTask<>(file);
        Thread thread = new Thread(content, "vpsdns-file");
        thread.setDaemon(true);
        thread.start();
        try {
            Duration most = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
            return AddressLines.read(spec, family, content.get(most.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            giveUp(thread);
            throw hangs(e);
        } catch (InterruptedException e) {
            giveUp(thread);
            throw CancelledException.interrupted("reading " + spec, e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private void giveUp(Thread thread) {
        hanging = thread;
        thread.interrupt();
    }

    private SourceException hangs(@Nullable TimeoutException cause) {
        return new SourceException(spec + " cannot be read: its file system does not answer", cause);
    }

    private SourceException failure(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        String why = thrown instanceof IOException broken ? IoReason.of(broken) : String.valueOf(thrown);
        return new SourceException(spec + " cannot be read: " + why, thrown);
    }
}
