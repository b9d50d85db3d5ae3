// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What certbot keeps, as its manual describes in "Where are my certificates?". Only read. */
final class CertbotDirectory {
    private static final String CONF = ".conf";

    private final Path root;

    CertbotDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    List<LineageName> lineages() {
        Path renewal = root.resolve("renewal");
        if (!Files.isDirectory(renewal)) {
            throw new MigrationException(
                    "'" + root + "' has no directory renewal; expected the configuration directory of certbot", null);
        }
        return ForeignFiles.list(renewal).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(CONF))
                .map(name -> new LineageName(name.substring(0, name.length() - CONF.length())))
                .toList();
    }

    RenewalConf renewal(LineageName name) {
        Path file = conf(name);
        if (!Files.exists(file)) {
            throw new MigrationException("certbot has no certificate " + name + ": there is no '" + file + "'", null);
        }
        return RenewalConf.read(file);
    }

    Path conf(LineageName name) {
        return root.resolve("renewal").resolve(name + CONF);
    }

    /** Reads the newest certificate and its key, which the links in {@code live} lead to. */
    CertificateFiles certificate(LineageName name) {
        Path live = root.resolve("live").resolve(name.value());
        try {
            List<X509Certificate> chain = Pem.readCertificates(live.resolve("fullchain.pem"));
            PrivateKey key = Pem.readKeyPair(live.resolve("privkey.pem")).getPrivate();
            return new CertificateFiles(chain, key, null);
        } catch (PemException | InvalidValueException e) {
            throw new MigrationException("the certificate " + name + " of certbot: " + e.getMessage(), e);
        }
    }

    /** Reads an account, if it is still there: {@code accounts/HOST/PATH/ID/}. */
    Optional<StoredAccount> account(URI server, String id) {
        Path home = root.resolve("accounts")
                .resolve(server.getRawAuthority() + server.getRawPath())
                .resolve(id)
                .normalize();
        if (!home.startsWith(root) || !Files.isDirectory(home)) {
            return Optional.empty();
        }
        Path registration = home.resolve("regr.json");
        String url = ForeignFiles.string(ForeignFiles.json(registration), "uri", registration);
        return Optional.of(new StoredAccount(
                uri(url, registration),
                List.of(),
                created(home.resolve("meta.json")),
                JsonWebKey.read(home.resolve("private_key.json"))));
    }

    private static URI uri(String text, Path file) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new MigrationException("'" + file + "' has the account's URL '" + text + "', which is none", e);
        }
    }

    /** It is only shown to people, so that nothing depends on it. */
    private static Instant created(Path file) {
        if (!Files.exists(file)) {
            return Instant.EPOCH;
        }
        JsonNode json = ForeignFiles.json(file);
        try {
            return Instant.parse(json.path("creation_dt").asString(""));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
