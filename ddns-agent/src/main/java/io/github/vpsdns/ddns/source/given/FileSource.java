// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;

/**
 * A file of at most 64 KiB with addresses, one a line. Whoever writes it should rename a whole one into its place: of one that is
 * written in place, half may be seen. Immutable and thread-safe.
 */
public final class FileSource implements AddressSource {
    private static final int LIMIT = 1 << 16;

    private final SourceSpec.TextFile spec;

    /**
     * Takes the file, which need not exist yet.
     *
     * @param spec with an absolute path
     */
    public FileSource(SourceSpec.TextFile spec) {
        this.spec = spec;
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    /** {@inheritDoc} Takes as long as the disk does. */
    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        if (Thread.currentThread().isInterrupted()) {
            throw CancelledException.interrupted("reading " + spec, new InterruptedException());
        }
        try {
            return AddressLines.read(spec, family, content(spec.path()));
        } catch (IOException e) {
            throw new SourceException(spec + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static byte[] content(Path path) throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        // A pipe would be waited at for a writer; a device may have no end.
        if (!file.isRegularFile()) {
            throw new FileSystemException(
                    path.toString(), null, file.isDirectory() ? "it is a directory" : "it is not a regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(LIMIT + 1);
            if (content.length > LIMIT) {
                throw new FileSystemException(path.toString(), null, "it is longer than " + LIMIT + " bytes");
            }
            return content;
        }
    }
}
