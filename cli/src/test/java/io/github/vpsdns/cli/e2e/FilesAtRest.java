// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.core.testing.secrecy.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that is in a directory when a job is done with it. */
final class FilesAtRest {
    /** Which files are there to hold a secret; no other may. */
    private static final List<Pattern> KEEP_SECRETS = Stream.of(
                    "acme/accounts/[^/]+/[^/]+\\.pem", // an account's key
                    "acme/archive/[^/]+/[0-9]+/privkey\\.pem", // a certificate's key
                    "acme/archive/[^/]+/[0-9]+/keystore\\.p12",
                    "sandbox/state\\.json") // the sandbox's own tokens
            .map(Pattern::compile)
            .toList();

    private final Path root;

    FilesAtRest(Path root) {
        this.root = root;
    }

    /** The files' paths, sorted. */
    List<String> names() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
                    .map(path -> root.relativize(path).toString())
                    .filter(name -> !name.contains("live/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if a file shows a secret that is not there to keep it. */
    void requireNoStraySecrets() {
        for (String name : names()) {
            if (KEEP_SECRETS.stream().noneMatch(kept -> kept.matcher(name).matches())) {
                Secrets.requireNone(name, text(root.resolve(name)));
            }
        }
    }

    /** Each byte a character, so that databases can be looked through as well. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
