// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.store.LineageStore;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.base.Frame;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What {@code vpsdns acme list} does; apart from the command, whose class is loaded for any line. */
final class Listing {
    private Listing() {}

    static void print(Frame frame, Path directory) {
        requireReadable(directory);
        Instant now = frame.host().time().now();
        LineageStore store = new StateDirectory(directory).lineages();
        List<CertificateView> certificates = store.list().stream()
                .flatMap(name -> store.load(name).stream())
                .map(lineage -> CertificateView.of(lineage, now))
                .toList();
        if (frame.globals().json()) {
            frame.documents(certificates.stream());
        } else if (certificates.isEmpty()) {
            frame.note("no certificates in '" + directory + "'; get one with 'vpsdns acme issue', or give --dir");
        } else {
            certificates.forEach(certificate -> frame.terminal().out().println(certificate.text(now)));
        }
    }

    /** What may not be looked into is not empty. */
    private static void requireReadable(Path directory) {
        boolean readable = Files.isDirectory(directory) && Files.isReadable(directory) && Files.isExecutable(directory);
        if (!readable && !Files.notExists(directory)) {
            throw new UncheckedIOException(
                    "'" + directory + "' is not a directory that this user may read; run as its owner, or give --dir",
                    new AccessDeniedException(directory.toString()));
        }
    }
}
