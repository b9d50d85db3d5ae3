// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What may not be looked into is not empty. */
final class StateAccess {
    private StateAccess() {}

    static void requireReadable(Path directory) {
        boolean readable = Files.isDirectory(directory) && Files.isReadable(directory) && Files.isExecutable(directory);
        if (!readable && !Files.notExists(directory)) {
            throw new UncheckedIOException(
                    "'" + directory + "' is not a directory that this user may read; run as its owner, or give --dir",
                    new AccessDeniedException(directory.toString()));
        }
    }
}
