// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.HeldFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * A disk that knows what a power cut would lose, and refuses to let a rename make that visible.
 *
 * <p>Not thread-safe.
 */
public final class PowerCutDisk implements Disk {
    private final Set<Path> unsynced = new TreeSet<>();
    private int moves;

    /** Returns the files and directories whose latest change is not known to be on disk. */
    public Set<Path> unsynced() {
        return Set.copyOf(unsynced);
    }

    /** Returns how many renames there were. */
    public int moves() {
        return moves;
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        Disk.local().createDirectory(directory);
        unsynced.add(directory.getParent());
    }

    @Override
    public void createFile(Path file, byte[] content) throws IOException {
        Disk.local().createFile(file, content);
        unsynced.add(file);
        unsynced.add(file.getParent());
    }

    @Override
    public void write(HeldFile file, long position, byte[] bytes) throws IOException {
        Disk.local().write(file, position, bytes);
    }

    @Override
    public void truncate(HeldFile file, long length) throws IOException {
        Disk.local().truncate(file, length);
    }

    @Override
    public void sync(Path path) throws IOException {
        Disk.local().sync(path);
        unsynced.remove(path);
    }

    @Override
    public void link(Path link, Path target) throws IOException {
        Disk.local().link(link, target);
        unsynced.add(link.getParent());
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Set<Path> others = new TreeSet<>(unsynced);
        others.remove(to.getParent());
        if (!others.isEmpty()) {
            throw new AssertionError("a rename to " + to + " before these are on disk: " + others);
        }
        Disk.local().move(from, to);
        moves++;
        unsynced.add(to.getParent());
    }

    @Override
    public void delete(Path path) throws IOException {
        boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        Disk.local().delete(path);
        if (there) {
            unsynced.remove(path);
        }
    }
}
