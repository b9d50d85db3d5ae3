// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that this object alone may write, among all processes of the machine, until it is closed or the process ends in
 * whatever way.
 *
 * <p>Not thread-safe, except that any thread may try to hold any file.
 */
public final class HeldFile implements AutoCloseable {
    /*
     * POSIX drops a process's lock as soon as it closes any descriptor of the file. So a file held here must not even be
     * opened a second time by this process, and the lock itself cannot tell: this set does.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path key;
    private final RandomAccessFile file;
    private boolean open = true;

    private HeldFile(Path path, Path key, RandomAccessFile file) {
        this.path = path;
        this.key = key;
        this.file = file;
    }

    /**
     * Takes hold of a file unless another has it.
     *
     * @param path an existing file
     * @return the file, or empty if another process, or another part of this one, holds it
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be opened for writing
     */
    public static Optional<HeldFile> tryHold(Path path) throws IOException {
        Path key = key(path);
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        HeldFile held = null;
        try {
            held = lock(path, key);
            return Optional.ofNullable(held);
        } finally {
            if (held == null) {
                HELD_HERE.remove(key);
            }
        }
    }

    /**
     * Reads a file that another process holds.
     *
     * @param path an existing file
     * @return its content, or empty if this process holds it, because then it must not be opened again
     * @throws IOException if it cannot be read
     */
    public static Optional<String> readOfAnother(Path path) throws IOException {
        Path key = key(path);
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(SmallFiles.read(path), StandardCharsets.UTF_8));
        } finally {
            HELD_HERE.remove(key);
        }
    }

    private static Path key(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path directory = absolute.getParent();
        return directory == null ? absolute : directory.toRealPath().resolve(absolute.getFileName());
    }

    private static @Nullable HeldFile lock(Path path, Path key) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(path.toString());
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        boolean locked = false;
        try {
            FileLock lock = file.getChannel().tryLock();
            locked = lock != null;
            // Its last holder may have removed it after it was opened here.
            if (locked && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                locked = false;
                throw new NoSuchFileException(path.toString());
            }
            return locked ? new HeldFile(path, key, file) : null;
        } finally {
            if (!locked) {
                file.close();
            }
        }
    }

    /**
     * Returns which file this is.
     *
     * @return its path as it was given
     */
    public Path path() {
        return path;
    }

    /**
     * Returns how long the file is.
     *
     * @return its length in bytes
     * @throws IOException if it cannot be told
     */
    public long length() throws IOException {
        return file.length();
    }

    /**
     * Reads the whole file.
     *
     * @return its content, as UTF-8; what is no UTF-8 becomes U+FFFD
     * @throws IOException if it cannot be read
     */
    public String read() throws IOException {
        byte[] content = new byte[Math.toIntExact(file.length())];
        file.seek(0);
        file.readFully(content);
        return new String(content, StandardCharsets.UTF_8);
    }

    void write(long position, byte[] bytes) throws IOException {
        file.seek(position);
        file.write(bytes);
        file.getFD().sync();
    }

    void truncate(long length) throws IOException {
        file.setLength(length);
    }

    /** Lets go of the file; a second time does nothing. */
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            try {
                file.close();
            } finally {
                HELD_HERE.remove(key);
            }
        }
    }
}
