// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;

/** The files that a {@code named} reads. Each is replaced as a whole, so that it never reads half of one. */
final class ZoneDirectory {
    /** The file for a {@code named.conf} to include. */
    static final String CONFIG = "zones.conf";

    private final Path directory;

    ZoneDirectory(Path directory) {
        this.directory = directory;
    }

    void writeZone(String domain, String text) throws IOException {
        replace(file(domain), text);
    }

    void removeZone(String domain) throws IOException {
        Files.deleteIfExists(file(domain));
    }

    void writeConfig(Collection<String> domains) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String domain : domains) {
            // Underscores in owner names are the API's business, not BIND's.
            text.append("zone \"")
                    .append(domain)
                    .append("\" { type primary; check-names ignore; check-integrity no; file \"")
                    .append(file(domain))
                    .append("\"; };\n");
        }
        replace(directory.resolve(CONFIG), text.toString());
    }

    private Path file(String domain) {
        return directory.resolve(domain + ".zone");
    }

    private void replace(Path file, String text) throws IOException {
        Files.createDirectories(directory);
        Path next = Files.createTempFile(directory, file.getFileName().toString(), ".new");
        try {
            Files.writeString(next, text, StandardCharsets.US_ASCII);
            // named may run as another user.
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
            // named skips a file that is not newer than its last load, and file systems count time coarsely:
            // of two changes within a tick it might never see the second.
            Files.setLastModifiedTime(next, FileTime.from(Instant.now().plusSeconds(2)));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
