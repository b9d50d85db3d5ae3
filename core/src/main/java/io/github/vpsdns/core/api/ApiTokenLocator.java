// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API token of a program. The first of these places that is named holds it:
 *
 * <ol>
 *   <li>a file that the caller names;
 *   <li>the environment variable {@code VPS_API_TOKEN};
 *   <li>the file that {@code VPS_API_TOKEN_FILE} names;
 *   <li>the file {@code vps-api-token} in {@code $CREDENTIALS_DIRECTORY}, as systemd's {@code LoadCredential=} provides.
 * </ol>
 *
 * <p>A variable that is empty counts as not set. A file that other users can read is refused, for what they can read is theirs;
 * systemd's directory is guarded by systemd, so a file there may be readable for its group. Immutable and thread-safe.
 */
public final class ApiTokenLocator {
    private static final String TOKEN = "VPS_API_TOKEN";
    private static final String TOKEN_FILE = "VPS_API_TOKEN_FILE";
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";
    private static final String CREDENTIAL = "vps-api-token";
    private static final int MAX_BYTES = 4096;
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> WORLD = Set.of(PosixFilePermission.OTHERS_READ);

    private final Map<String, String> environment;

    /**
     * Creates a locator.
     *
     * @param environment the environment variables, such as {@link System#getenv()}
     */
    public ApiTokenLocator(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Finds the token.
     *
     * @param file the file that is named outright, or {@code null}
     * @return the token and where it was found
     * @throws InvalidValueException if there is none anywhere, a named file is missing, empty, too big or readable for
     *     others, or what is there has not the form of a token; the message does not quote it
     */
    public LocatedToken locate(@Nullable Path file) {
        if (file != null) {
            return read(file, OTHERS, "file " + file);
        }
        Optional<String> direct = variable(TOKEN);
        if (direct.isPresent()) {
            return located(direct.get(), "environment variable " + TOKEN);
        }
        Optional<String> named = variable(TOKEN_FILE);
        if (named.isPresent()) {
            Path path = path(named.get(), TOKEN_FILE);
            return read(path, OTHERS, "file " + path + ", named by " + TOKEN_FILE);
        }
        Optional<Path> credential = variable(CREDENTIALS)
                .map(directory -> path(directory, CREDENTIALS).resolve(CREDENTIAL))
                .filter(Files::exists);
        if (credential.isPresent()) {
            return read(credential.get(), WORLD, "systemd credential " + credential.get());
        }
        throw new InvalidValueException(
                "no API token found; expected a token file (--token-file), the environment variable " + TOKEN
                        + ", a file named by " + TOKEN_FILE + ", or systemd's credential " + CREDENTIAL);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Path path(String text, String variable) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidValueException(variable + " is not a path: " + e.getReason());
        }
    }

    private static LocatedToken read(Path file, Set<PosixFilePermission> refused, String source) {
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidValueException(
                        "the token file '" + file + "' is a directory; expected a file that holds the token");
            }
            requirePrivate(file, refused);
            return located(text(file), source);
        } catch (NoSuchFileException e) {
            throw new InvalidValueException(
                    "the token file '" + file + "' does not exist; write the API token there and chmod 600 it");
        } catch (IOException e) {
            throw new InvalidValueException(
                    "the token file '" + file + "' cannot be read; is it readable for this user?");
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new InvalidValueException("the token file '" + file + "' is longer than " + MAX_BYTES
                    + " bytes; expected the token and nothing else");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw new InvalidValueException("the token file '" + file + "' is empty; expected the token");
        }
        return text;
    }

    /** File systems without such permissions guard files in ways that cannot be judged here. */
    private static void requirePrivate(Path file, Set<PosixFilePermission> refused) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class, new LinkOption[0]);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (permissions.stream().anyMatch(refused::contains)) {
            throw new InvalidValueException("the token file '" + file + "' can be read by other users ("
                    + PosixFilePermissions.toString(permissions) + "); run: chmod 600 " + quoted(file));
        }
    }

    private static String quoted(Path file) {
        String text = file.toString();
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f && "'\"\\$`*?&|;<>()[]{}!#~".indexOf(c) < 0)
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }

    private static LocatedToken located(String secret, String source) {
        try {
            return new LocatedToken(ApiToken.of(secret), source);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(e.getMessage() + " (" + source + ")");
        }
    }
}
