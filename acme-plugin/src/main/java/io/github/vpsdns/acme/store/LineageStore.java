// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates: all of them in {@code archive/}, the newest of each name behind a link in {@code live/}.
 *
 * <p>Reading is safe at any time, from any thread or process. Installing is for the holder of the
 * {@linkplain StateDirectory#lock lock}, one at a time.
 */
public final class LineageStore {
    private final Path archive;
    private final Path live;
    private final Disk disk;
    private final DurableFiles files;

    LineageStore(Path state, Disk disk) {
        this.archive = state.resolve("archive");
        this.live = state.resolve("live");
        this.disk = disk;
        this.files = new DurableFiles(disk);
    }

    /**
     * Writes the files of a certificate and then makes it the newest of its name, in one step.
     *
     * @param name the name
     * @param certificate what to install
     * @return the certificate as it is now
     * @throws StoreException if it failed, such as for a full disk; then the former certificate is in place, and the next attempt
     *     takes another number
     */
    public Lineage install(LineageName name, CertificateFiles certificate) {
        Path link = live.resolve(name.value());
        Map<String, byte[]> contents = contents(name, certificate);
        Path lineage = archive.resolve(name.value());
        Path directory = null;
        try {
            requireLinkOrNothing(link);
            files.ensureDirectory(live);
            directory = create(lineage);
            write(directory, contents);
            disk.sync(lineage);
            files.relink(link, live.relativize(directory));
        } catch (IOException e) {
            if (directory != null) {
                files.removeDirectoryQuietly(directory);
            }
            throw new StoreException(
                    "cannot install the certificate " + name + " in '" + archive + "': " + IoReason.of(e) + "; "
                            + (Files.exists(link) ? "the former one is in place" : "there is none in place"),
                    e);
        }
        try {
            disk.sync(live);
        } catch (IOException e) {
            throw new StoreException(
                    "the certificate " + name + " is in place, but whether it would be after a power cut is not"
                            + " known: cannot sync '" + live + "': " + IoReason.of(e),
                    e);
        }
        return new Lineage(name, link, directory, certificate.chain());
    }

    /**
     * Looks up the newest certificate of a name.
     *
     * @param name the name
     * @return the certificate, or empty if there is none
     * @throws StoreException if its link leads nowhere
     * @throws io.github.vpsdns.acme.pem.PemException if its {@code fullchain.pem} cannot be read
     */
    public Optional<Lineage> load(LineageName name) {
        Path link = live.resolve(name.value());
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            // The link is followed once, so that all files are those of one certificate.
            Path directory = link.toRealPath();
            List<X509Certificate> chain = Pem.readCertificates(directory.resolve(FileNames.FULL_CHAIN));
            return Optional.of(new Lineage(name, link, directory, chain));
        } catch (IOException e) {
            throw new StoreException(
                    "'" + link + "' leads to no certificate: " + IoReason.of(e)
                            + "; expected a link to a directory in '" + archive.resolve(name.value()) + "'",
                    e);
        }
    }

    /**
     * Lists the names of which there is a certificate.
     *
     * @return the names, sorted
     * @throws StoreException if the directory cannot be read
     */
    public List<LineageName> list() {
        if (!Files.exists(live)) {
            return List.of();
        }
        try {
            return SmallFiles.list(live).stream()
                    .filter(Files::isSymbolicLink)
                    .flatMap(link -> LineageName.ifValid(link.getFileName().toString()).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StoreException.reading(live, e);
        }
    }

    /**
     * Writes down that a certificate was revoked. Its files stay.
     *
     * @param lineage the certificate
     * @param note when and why
     * @throws StoreException if it cannot be written
     */
    public void noteRevocation(Lineage lineage, RevocationNote note) {
        Path file = lineage.archive().resolve(FileNames.REVOKED);
        try {
            files.replace(file, note.json());
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    /**
     * Removes all certificates of a name with their keys, and the link last, by which what is left can be found.
     *
     * @param name the name
     * @throws StoreException if some of it cannot be removed; the next attempt removes the rest
     */
    public void remove(LineageName name) {
        Path link = live.resolve(name.value());
        Path lineage = archive.resolve(name.value());
        try {
            requireLinkOrNothing(link);
            if (Files.exists(lineage, LinkOption.NOFOLLOW_LINKS)) {
                for (Path directory : SmallFiles.list(lineage)) {
                    removeAll(directory);
                }
                disk.delete(lineage);
                disk.sync(archive);
            }
            if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                disk.delete(link);
                disk.sync(live);
            }
        } catch (IOException e) {
            throw new StoreException("cannot remove the certificate " + name + ": " + IoReason.of(e), e);
        }
    }

    private void removeAll(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : SmallFiles.list(path)) {
                disk.delete(entry);
            }
        }
        disk.delete(path);
    }

    private static void requireLinkOrNothing(Path link) {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new StoreException(
                    "'" + link
                            + "' is in the way: expected a symbolic link or nothing; move it elsewhere and try again",
                    null);
        }
    }

    /** Creates the next numbered directory; the numbers of failed attempts are not used again. */
    private Path create(Path lineage) throws IOException {
        files.ensureDirectory(lineage);
        Path directory = lineage.resolve(Integer.toString(highest(lineage) + 1));
        disk.createDirectory(directory);
        return directory;
    }

    private static int highest(Path lineage) throws IOException {
        return SmallFiles.list(lineage).stream()
                .map(entry -> entry.getFileName().toString())
                .filter(name -> name.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private void write(Path directory, Map<String, byte[]> contents) throws IOException {
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            files.create(directory.resolve(content.getKey()), content.getValue());
        }
        disk.sync(directory);
    }

    private static Map<String, byte[]> contents(LineageName name, CertificateFiles certificate) {
        List<X509Certificate> chain = certificate.chain();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(FileNames.CERTIFICATE, ascii(Pem.write(chain.subList(0, 1))));
        contents.put(FileNames.ISSUERS, ascii(Pem.write(chain.subList(1, chain.size()))));
        contents.put(FileNames.FULL_CHAIN, ascii(Pem.write(chain)));
        certificate.key().ifPresent(key -> {
            contents.put(FileNames.PRIVATE_KEY, ascii(Pem.write(key)));
            certificate
                    .keystorePassword()
                    .ifPresent(
                            password -> contents.put(FileNames.KEYSTORE, Keystore.write(name, chain, key, password)));
        });
        return contents;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
