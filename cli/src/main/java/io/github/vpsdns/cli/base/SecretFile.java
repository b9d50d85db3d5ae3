// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file with one secret in it, which nobody but its owner may read. */
public final class SecretFile {
    private static final int MAX_BYTES = 4096;

    /** Where nobody but systemd writes. */
    private static final Path CREDENTIALS = Path.of("/run/credentials");

    private SecretFile() {}

    /**
     * Reads the secret.
     *
     * @param file the file
     * @param option where it was given, for the complaint
     * @return its text, without white space around it; never empty
     * @throws UsageException if there is none, or others may read it
     */
    public static String read(Path file, String option) {
        return read(file, option, CREDENTIALS);
    }

    static String read(Path file, String option, Path credentials) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (mode.contains(PosixFilePermission.OTHERS_READ)
                    || (mode.contains(PosixFilePermission.GROUP_READ) && !isBelow(credentials, file))) {
                throw new UsageException(option + ": '" + file
                        + "' can be read by others than its owner; run: chmod 600 '" + file + "'");
            }
            String secret = text(file, option).strip();
            if (secret.isEmpty()) {
                throw new UsageException(option + ": '" + file + "' is empty; expected the secret in it");
            }
            return secret;
        } catch (NoSuchFileException e) {
            throw new UsageException(option + ": there is no file '" + file + "'");
        } catch (CharacterCodingException e) {
            throw new UsageException(option + ": '" + file + "' is not UTF-8 text");
        } catch (AccessDeniedException e) {
            throw new UsageException(option + ": '" + file + "' may not be read by this user");
        } catch (IOException e) {
            throw new UsageException(option + ": '" + file + "' cannot be read: " + e.getMessage());
        }
    }

    /** systemd gives a service's user its credentials by an ACL, whose mask shows as the group's permission. */
    private static boolean isBelow(Path credentials, Path file) {
        return file.toAbsolutePath().normalize().startsWith(credentials);
    }

    private static String text(Path file, String option) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UsageException(option + ": '" + file + "' is longer than " + MAX_BYTES
                        + " bytes; expected the secret and nothing else");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
