// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Reads a small file. One that was written within the last second is looked at until it is the same twice, because half an address
 * may be an address as well.
 *
 * @param path where it is
 * @param clock what time it is for those who write
 * @param pause waits between two looks
 */
record WholeFile(Path path, InstantSource clock, Pause pause) implements Callable<byte[]> {
    /** The most bytes that it may have. */
    static final int LIMIT = 1 << 16;

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int LOOKS = 5;

    /** A way to wait. */
    interface Pause {
        void take() throws InterruptedException;
    }

    static WholeFile at(Path path) {
        return new WholeFile(path, InstantSource.system(), () -> Thread.sleep(BETWEEN.toMillis()));
    }

    @Override
    public byte[] call() throws IOException, InterruptedException {
        byte[] seen = content();
        for (int i = 0; i < LOOKS; i++) {
            if (!isFresh()) {
                return seen;
            }
            pause.take();
            byte[] again = content();
            if (Arrays.equals(seen, again)) {
                return again;
            }
            seen = again;
        }
        throw new FileSystemException(path.toString(), null, "it is being written");
    }

    /** Of a file whose server has another time, no harm is done but that one look is enough, or one too many. */
    private boolean isFresh() throws IOException {
        long age = clock.millis() - Files.getLastModifiedTime(path).toMillis();
        return Math.abs(age) < FRESH.toMillis();
    }

    private byte[] content() throws IOException {
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
