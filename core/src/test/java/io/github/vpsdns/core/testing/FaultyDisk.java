// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.HeldFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk on which the n-th step goes wrong, and nothing waits for the medium. Not thread-safe. */
public final class FaultyDisk implements Disk {
    /** How it goes wrong. */
    public enum Fault {
        /** The step fails, half done; the next ones work. */
        FAILS_ONCE,
        /** The step fails, half done, and so does every further step that needs room. */
        STAYS_FULL,
        /** The process ends in the middle of the step, and takes no further one. */
        CRASHES
    }

    /** The end of the simulated process. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Fault fault;
    private final int at;
    private int steps;

    /** Lets the given step go wrong, counted from 1. */
    public FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** A disk on which nothing goes wrong, to count the steps. */
    public static FaultyDisk none() {
        return new FaultyDisk(Fault.FAILS_ONCE, 0);
    }

    /** Returns how many steps there were. */
    public int steps() {
        return steps;
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        step(directory, true, () -> {});
        Disk.local().createDirectory(directory);
    }

    @Override
    public void createFile(Path file, byte[] content) throws IOException {
        step(file, true, () -> Disk.local().createFile(file, half(content)));
        Disk.local().createFile(file, content);
    }

    @Override
    public void write(HeldFile file, long position, byte[] bytes) throws IOException {
        step(file.path(), true, () -> Disk.local().write(file, position, half(bytes)));
        Disk.local().write(file, position, bytes);
    }

    @Override
    public void truncate(HeldFile file, long length) throws IOException {
        step(file.path(), false, () -> {});
        Disk.local().truncate(file, length);
    }

    @Override
    public void sync(Path path) throws IOException {
        // Not carried out: what a power cut would lose is PowerCutDisk's matter, and real syncs take most of a test's
        // time.
        step(path, false, () -> {});
    }

    @Override
    public void link(Path link, Path target) throws IOException {
        step(link, true, () -> {});
        Disk.local().link(link, target);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(to, false, () -> {});
        Disk.local().move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step(path, false, () -> {});
        Disk.local().delete(path);
    }

    private interface Half {
        void run() throws IOException;
    }

    private void step(Path path, boolean needsRoom, Half half) throws IOException {
        steps++;
        if (fault == Fault.CRASHES && at > 0 && steps > at) {
            throw new Crash();
        }
        if (steps == at) {
            half.run();
            if (fault == Fault.CRASHES) {
                throw new Crash();
            }
        }
        boolean stillFull = fault == Fault.STAYS_FULL && at > 0 && steps > at && needsRoom;
        if (steps == at || stillFull) {
            throw new FileSystemException(path.toString(), null, "No space left on device");
        }
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }
}
