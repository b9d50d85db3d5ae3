// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What takes its time is made by one of the processes that run the tests, and used by all. */
final class Once {
    private Once() {}

    /**
     * Makes something unless it was made of the same before.
     *
     * @param thing a file or directory, removed before it is made anew
     * @param of tells what it is made of
     */
    static synchronized Path make(Path thing, String of, Maker maker) throws IOException {
        Path directory = Files.createDirectories(thing.toAbsolutePath().getParent());
        Path note = directory.resolve(thing.getFileName() + ".made");
        Path lockFile = directory.resolve(thing.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !(Files.exists(note) && Files.readString(note).equals(of))) {
                Files.deleteIfExists(note);
                Command.of("rm", "-rf", "--one-file-system", thing.toString()).succeed();
                maker.make();
                Files.writeString(note, of);
            }
        }
        return thing;
    }

    /** Makes it. */
    @FunctionalInterface
    interface Maker {
        void make() throws IOException;
    }
}
