// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.SmallFiles;
import io.github.vpsdns.core.name.DomainName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings for renewal, one JSON file a lineage. They are refused as a whole if anything in them is unknown or wrong.
 *
 * <p>Reading is safe at any time. Saving is for the holder of the {@linkplain StateDirectory#lock lock}.
 */
public final class RenewalStore {
    private static final int VERSION = 1;
    private static final String EXTENSION = ".json";

    private final Path directory;
    private final Disk disk;
    private final DurableFiles files;

    RenewalStore(Path state, Disk disk) {
        this.disk = disk;
        this.directory = state.resolve("renewal");
        this.files = new DurableFiles(disk);
    }

    /**
     * Looks up the settings of a lineage.
     *
     * @param name the lineage
     * @return what was saved last, or empty if nothing was
     * @throws StoreException if the file cannot be read; the message names the field
     */
    public Optional<RenewalSettings> load(LineageName name) {
        Path file = file(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(JsonFields.read(file, VERSION).build(RenewalStore::settings));
    }

    /**
     * Lists the lineages of which there are settings.
     *
     * @return the names, sorted
     * @throws StoreException if the directory cannot be read
     */
    public List<LineageName> list() {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try {
            return SmallFiles.list(directory).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(EXTENSION))
                    .flatMap(
                            file -> LineageName.ifValid(file.substring(0, file.length() - EXTENSION.length())).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StoreException.reading(directory, e);
        }
    }

    /**
     * Saves the settings of a lineage in place of the former ones.
     *
     * @param name the lineage
     * @param settings the settings
     * @throws StoreException if they cannot be written; then the former ones are in place
     */
    public void save(LineageName name, RenewalSettings settings) {
        Path file = file(name);
        try {
            files.ensureDirectory(directory);
            files.replace(file, json(settings));
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    /**
     * Forgets the settings of a lineage, so that nothing renews it.
     *
     * @param name the lineage
     * @return whether there were any
     * @throws StoreException if they cannot be removed
     */
    public boolean remove(LineageName name) {
        Path file = file(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            disk.delete(file);
            disk.sync(directory);
            return true;
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    private Path file(LineageName name) {
        return directory.resolve(name + EXTENSION);
    }

    private static byte[] json(RenewalSettings settings) {
        return new JsonText(VERSION)
                .put("names", settings.names())
                .put("server", settings.server())
                .putIfPresent("serverCa", settings.serverCa())
                .putIfPresent("email", settings.email())
                .put("keyType", settings.keyType())
                .put("reuseKey", settings.reuseKey())
                .putIfPresent("csr", settings.csr())
                .putIfPresent("profile", settings.profile())
                .putIfPresent("preferredChain", settings.preferredChain())
                .put("challenge", settings.challenge())
                .putIfPresent("alias", settings.alias())
                .put("propagationTimeout", settings.propagationTimeout())
                .putIfPresent("deployHook", settings.deployHook())
                .putIfPresent("keystorePasswordFile", settings.keystorePasswordFile())
                .putIfPresent("persistFor", settings.persistFor())
                .bytes();
    }

    private static RenewalSettings settings(JsonFields fields) {
        return new RenewalSettings(
                fields.list("names", "a domain name", DomainName::of),
                fields.value("server", "a URL", URI::create),
                fields.optional("serverCa", "a path", Path::of),
                fields.optional("email", "a string", text -> text),
                fields.value("keyType", "p256, p384, rsa2048, rsa3072 or rsa4096", KeyType::of),
                fields.bool("reuseKey"),
                fields.optional("csr", "a path", Path::of),
                fields.optional("profile", "a string", text -> text),
                fields.optional("preferredChain", "a string", text -> text),
                fields.value("challenge", "a string such as \"dns-01\"", text -> text),
                fields.optional("alias", "a domain name", DomainName::of),
                fields.value("propagationTimeout", "a duration such as \"PT10M\"", Duration::parse),
                fields.optional("deployHook", "a string", text -> text),
                fields.optional("keystorePasswordFile", "a path", Path::of),
                fields.optional("persistFor", "a duration such as \"P365D\"", Duration::parse));
    }
}
