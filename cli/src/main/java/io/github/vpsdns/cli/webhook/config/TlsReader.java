// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.cli.config.StatePlace;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.settings.TlsSettings;
import io.github.vpsdns.webhook.store.StorePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the server's own certificate comes from. */
final class TlsReader {
    private static final int MOST_NAMES = 100;
    private static final String DIRECTORY = "webhook-acme";
    private static final String USUAL_SERVER = "letsencrypt";
    private static final Scalar<String> EMAIL = Scalar.text(254, "an e-mail address for the CA");
    private static final Scalar<String> SERVER = Scalar.text(1000, "a CA such as letsencrypt, or the URL of one");

    private final Surroundings surroundings;
    private final StorePlace store;
    private final Host host;

    TlsReader(Surroundings surroundings, StorePlace store, Host host) {
        this.surroundings = surroundings;
        this.store = store;
        this.host = host;
    }

    Optional<TlsSettings> read(YamlMap top) {
        return top.get("tls")
                .flatMap(value -> value.map("certificate", "key", "acme"))
                .flatMap(map -> either(map));
    }

    private Optional<TlsSettings> either(YamlMap map) {
        boolean files = map.get("certificate").isPresent() || map.get("key").isPresent();
        Optional<YamlValue> acme = map.get("acme");
        if (files == acme.isPresent()) {
            map.whole()
                    .wrong("this is " + (files ? "both" : "no") + " certificate" + (files ? "s" : "")
                            + "; expected either the keys certificate and key, or the key acme");
            return Optional.empty();
        }
        return files
                ? files(map)
                : acme.flatMap(value -> value.map("names", "email", "agree-tos", "server", "server-ca", "directory"))
                        .flatMap(each -> acme(each));
    }

    private Optional<TlsSettings> files(YamlMap map) {
        Optional<Path> certificate = file(map, "certificate", "a PEM file with the certificate and its chain");
        Optional<Path> key = file(map, "key", "a PEM file with the certificate's key");
        return certificate.isEmpty() || key.isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsSettings.Files(certificate.get(), key.get()));
    }

    private Optional<Path> file(YamlMap map, String name, String of) {
        if (map.get(name).isEmpty()) {
            map.whole().wrong(name + " is missing; expected the path of " + of);
        }
        return map.read(name, surroundings.path(of).to(TlsReader::readable));
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new InvalidValueException("there is no file '" + file + "' that this user may read");
        }
        return file;
    }

    private Optional<TlsSettings> acme(YamlMap map) {
        if (map.get("names").isEmpty()) {
            map.whole().wrong("there are no names; expected the key names with those that the certificate is for");
        }
        List<DomainName> names = map.get("names").map(TlsReader::names).orElse(List.of());
        if (!map.read("agree-tos", Scalar.bool()).orElse(false)) {
            map.whole()
                    .wrong("the CA's terms of service are not agreed to; expected 'agree-tos: true' once you have read"
                            + " them");
        }
        @Nullable String email = map.read("email", EMAIL).orElse(null);
        @Nullable
        Path authorities = map.read(
                        "server-ca", surroundings.path("a PEM file to trust").to(TlsReader::readable))
                .orElse(null);
        Optional<AcmeServer> server = map.get("server").isPresent()
                ? map.read("server", SERVER.to(text -> AcmeServer.of(text, authorities)))
                : Optional.of(AcmeServer.of(USUAL_SERVER, authorities));
        Path directory = map.read("directory", surroundings.path("a directory for accounts and certificates"))
                .orElseGet(() -> usualDirectory());
        return server.map(ca -> new TlsSettings.Acme(names, email, ca, directory));
    }

    private static List<DomainName> names(YamlValue value) {
        return value.oneOrMore(MOST_NAMES, "names").stream()
                .flatMap(name -> name.read(FullNames.NAME_OR_WILDCARD).stream())
                .toList();
    }

    /** Beside the database, and not where 'vpsdns acme' keeps certificates: that would renew this one as well. */
    private Path usualDirectory() {
        return store instanceof StorePlace.FilePlace file
                ? file.path().resolveSibling(DIRECTORY)
                : StatePlace.of(null, DIRECTORY, host);
    }
}
