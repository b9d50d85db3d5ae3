// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file with a password in it, which nobody but its owner may read. */
final class PasswordFile {
    private static final int MOST_BYTES = 4096;

    /** Where nobody but systemd writes; it lets a service's user in by an ACL, whose mask shows as the group's permission. */
    private static final Path CREDENTIALS = Path.of("/run/credentials");

    private PasswordFile() {}

    /** Returns the password without white space around it. */
    static String read(Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            boolean given = file.toAbsolutePath().normalize().startsWith(CREDENTIALS);
            if (mode.contains(PosixFilePermission.OTHERS_READ)
                    || (mode.contains(PosixFilePermission.GROUP_READ) && !given)) {
                throw new UnusableStoreException(
                        "the database's password file '" + file
                                + "' can be read by others than its owner; run: chmod 600 '" + file + "'",
                        null);
            }
            String password = new String(SmallFiles.read(file, MOST_BYTES), StandardCharsets.UTF_8).strip();
            if (password.isEmpty()) {
                throw new UnusableStoreException(
                        "the database's password file '" + file + "' is empty; expected the password in it", null);
            }
            return password;
        } catch (IOException e) {
            throw new UnusableStoreException(
                    "the database's password file '" + file + "' cannot be read: " + IoReason.of(e), e);
        }
    }
}
