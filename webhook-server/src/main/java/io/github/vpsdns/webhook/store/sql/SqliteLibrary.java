// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.io.IOException;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which is machine code that the driver has to unpack into a file before the process can load it. A hardened service may have
 * nowhere to execute files from but its state directory, so that is where it goes, in a directory of its own that is removed as soon as the code is
 * loaded. Someone who sets the driver's own property {@value #PROPERTY} knows better. Thread-safe.
 */
final class SqliteLibrary {
    private static final String PROPERTY = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /**
     * Loads the code unless this process has it.
     *
     * @param database a file that this process holds alone, whose directory the code may go to
     * @throws UnusableStoreException if it cannot be loaded
     */
    static synchronized void load(Path database) {
        if (System.getProperty(PROPERTY) != null) {
            initialize();
            return;
        }
        Path directory = database.resolveSibling(database.getFileName() + ".sqlite");
        DurableFiles files = new DurableFiles(Disk.local());
        files.removeDirectoryQuietly(directory);
        try {
            files.ensureDirectory(directory);
            System.setProperty(PROPERTY, directory.toString());
            initialize();
        } catch (IOException e) {
            throw new UnusableStoreException(
                    "SQLite cannot be unpacked into '" + directory + "': " + IoReason.of(e), e);
        } finally {
            System.clearProperty(PROPERTY);
            files.removeDirectoryQuietly(directory);
        }
    }

    /** The driver declares {@link Exception}. */
    private static void initialize() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new UnusableStoreException(
                    "SQLite cannot be loaded on this machine: " + e.getMessage() + "; PostgreSQL would do", e);
        }
    }
}
