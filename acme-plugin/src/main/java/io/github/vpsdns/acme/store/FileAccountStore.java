// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.SmallFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accounts in {@code accounts/<ca>/}. The file {@code account.json} names the key's file, so that an account and its key change
 * in one rename. A pending key is in {@code key-next.pem}.
 */
final class FileAccountStore implements AccountStore {
    private static final int VERSION = 1;
    private static final String ACCOUNT = "account.json";
    private static final String FIRST_KEY = "key.pem";
    private static final String PENDING_KEY = "key-next.pem";
    private static final Pattern KEY_FILE = Pattern.compile("key(-[0-9]{1,9})?\\.pem");

    private final Path directory;
    private final Disk disk;
    private final DurableFiles files;

    FileAccountStore(Path state, Disk disk) {
        this.directory = state.resolve("accounts");
        this.disk = disk;
        this.files = new DurableFiles(disk);
    }

    @Override
    public Optional<StoredAccount> load(URI ca) {
        return document(ca).map(found -> {
            KeyPair key = SecretFiles.readKey(home(ca).resolve(found.keyFile()));
            return new StoredAccount(found.url(), found.contacts(), found.created(), key);
        });
    }

    @Override
    public void save(URI ca, StoredAccount account) {
        Path home = home(ca);
        Path file = home.resolve(ACCOUNT);
        try {
            files.ensureDirectory(home);
            String keyFile = writeKey(home, pem(account.key()));
            files.replace(file, json(ca, account, keyFile));
            removeOtherKeys(home, keyFile);
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    @Override
    public List<URI> list() {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try {
            return SmallFiles.list(directory).stream()
                    .map(home -> home.resolve(ACCOUNT))
                    .filter(Files::exists)
                    .map(FileAccountStore::server)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StoreException.reading(directory, e);
        }
    }

    @Override
    public Optional<KeyPair> pendingKey(URI ca) {
        Path file = home(ca).resolve(PENDING_KEY);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(SecretFiles.readKey(file))
                : Optional.empty();
    }

    @Override
    public void savePendingKey(URI ca, KeyPair key) {
        Path home = home(ca);
        try {
            files.ensureDirectory(home);
            files.replace(home.resolve(PENDING_KEY), pem(key));
        } catch (IOException e) {
            throw StoreException.writing(home.resolve(PENDING_KEY), e);
        }
    }

    @Override
    public void remove(URI ca) {
        Path home = home(ca);
        if (!Files.exists(home)) {
            return;
        }
        try {
            disk.delete(home.resolve(PENDING_KEY));
            disk.delete(home.resolve(ACCOUNT));
            for (Path key : keyFiles(home)) {
                disk.delete(key);
            }
            disk.sync(home);
        } catch (IOException e) {
            throw StoreException.writing(home, e);
        }
    }

    private record Document(URI url, List<String> contacts, Instant created, String keyFile) {}

    private Optional<Document> document(URI ca) {
        Path file = home(ca).resolve(ACCOUNT);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(JsonFields.read(file, VERSION).build(fields -> {
            fields.value("server", "\"" + ca + "\"", text -> sameServer(ca, text));
            return new Document(
                    fields.value("url", "a URL", URI::create),
                    fields.list("contacts", "a URL", text -> text),
                    fields.value("created", "a time such as \"2026-01-31T12:00:00Z\"", Instant::parse),
                    fields.value("key", "\"key.pem\"", FileAccountStore::keyFile));
        }));
    }

    private static URI server(Path file) {
        return JsonFields.read(file, VERSION).value("server", "a URL", URI::create);
    }

    private static byte[] pem(KeyPair key) {
        return Pem.write(key.getPrivate()).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] json(URI ca, StoredAccount account, String keyFile) {
        return new JsonText(VERSION)
                .put("server", ca)
                .put("url", account.url())
                .put("contacts", account.contacts())
                .put("created", account.created())
                .put("key", keyFile)
                .bytes();
    }

    private static String sameServer(URI ca, String text) {
        if (!ca.toString().equals(text)) {
            throw new InvalidValueException(text);
        }
        return text;
    }

    private static String keyFile(String text) {
        if (!KEY_FILE.matcher(text).matches()) {
            throw new InvalidValueException(text);
        }
        return text;
    }

    /** Writes the key under a name of its own, unless it is there already. */
    private String writeKey(Path home, byte[] pem) throws IOException {
        for (Path present : keyFiles(home)) {
            if (Arrays.equals(SmallFiles.read(present), pem)) {
                return present.getFileName().toString();
            }
        }
        String name = FIRST_KEY;
        for (int n = 2; Files.exists(home.resolve(name), LinkOption.NOFOLLOW_LINKS); n++) {
            name = "key-" + n + ".pem";
        }
        files.create(home.resolve(name), pem);
        disk.sync(home);
        return name;
    }

    private void removeOtherKeys(Path home, String current) throws IOException {
        for (Path present : keyFiles(home)) {
            if (!present.getFileName().toString().equals(current)) {
                files.removeQuietly(present);
            }
        }
        Path pending = home.resolve(PENDING_KEY);
        if (Files.exists(pending, LinkOption.NOFOLLOW_LINKS)) {
            files.removeQuietly(pending);
        }
    }

    private static List<Path> keyFiles(Path home) throws IOException {
        return SmallFiles.list(home).stream()
                .filter(entry ->
                        KEY_FILE.matcher(entry.getFileName().toString()).matches())
                .toList();
    }

    private Path home(URI ca) {
        return directory.resolve(ServerFileName.of(ca));
    }
}
