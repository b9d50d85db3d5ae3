// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.concurrent.Shielded;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which is machine code that the driver has to unpack into a file before the process can load it. A hardened service may have
 * nowhere to execute files from but its state directory, so that is where it goes first, into a directory of its own that is removed as soon as the
 * code is loaded; and if there is no room, to where the JVM has its temporary files. Thread-safe.
 */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);

    /** The driver's own; who sets it knows better. */
    private static final String PROPERTY = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /**
     * Loads the code unless this process has it.
     *
     * @param database a file that this process holds alone, whose directory the code may go to
     * @throws UnusableStoreException if it cannot be loaded
     */
    static synchronized void load(Path database) {
        Path beside = database.resolveSibling(database.getFileName() + ".sqlite");
        if (System.getProperty(PROPERTY) == null && isLoadedFrom(beside)) {
            return;
        }
        try {
            initialize();
        } catch (IOException e) {
            throw new UnusableStoreException(
                    "SQLite cannot be loaded; it needs 2 MB to be unpacked, and the right to be executed, in '"
                            + beside.getParent() + "' or '" + System.getProperty("java.io.tmpdir") + "'",
                    e);
        }
    }

    private static boolean isLoadedFrom(Path directory) {
        DurableFiles files = new DurableFiles(Disk.local());
        files.removeDirectoryQuietly(directory);
        try {
            files.ensureDirectory(directory);
            System.setProperty(PROPERTY, directory.toString());
            initialize();
            return true;
        } catch (IOException e) {
            LOG.debug("could not load SQLite from '{}'", directory, e);
            return false;
        } finally {
            System.clearProperty(PROPERTY);
            files.removeDirectoryQuietly(directory);
        }
    }

    /** The driver declares {@link Exception} for whatever is in the way. It asks {@code uname}, and swallows an interrupt there. */
    private static void initialize() throws IOException {
        try {
            Shielded.run("webhook-sqlite-load", SQLiteJDBCLoader::initialize);
        } catch (Exception e) {
            throw new IOException("the library cannot be loaded", e);
        }
    }
}
