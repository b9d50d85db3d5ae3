// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.base.SecretFile;
import io.github.vpsdns.cli.config.StatePlace;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.webhook.config.WebhookConfiguration.Kept;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the database is. */
final class KeptReader {
    private static final Scalar<String> URL = Scalar.text(1000, "a URL such as postgresql://db.example.com/vpsdns")
            .to(KeptReader::url);
    private static final Scalar<String> USER = Scalar.text(100, "a user of the database");

    private final Surroundings surroundings;
    private final Host host;

    KeptReader(Surroundings surroundings, Host host) {
        this.surroundings = surroundings;
        this.host = host;
    }

    Kept read(YamlMap top) {
        Optional<Path> state = top.read("state", surroundings.path("a file to be kept by the server"));
        Optional<Kept> server = top.get("database")
                .flatMap(value -> value.map("url", "user", "password-file").flatMap(this::server));
        if (top.get("state").isPresent()) {
            top.get("database")
                    .ifPresent(value -> value.wrong(
                            "state and database both say where things are kept; expected one" + " of them"));
        }
        return server.orElseGet(() -> new Kept.InFile(StatePlace.of(state.orElse(null), "webhook.db", host)));
    }

    private Optional<Kept> server(YamlMap map) {
        if (map.get("url").isEmpty()) {
            map.whole()
                    .wrong("the URL is missing; expected the key url with one such as"
                            + " postgresql://db.example.com/vpsdns");
        }
        Optional<String> url = map.read("url", URL);
        @Nullable String user = map.read("user", USER).orElse(null);
        @Nullable
        Path password = map.read(
                        "password-file",
                        surroundings.path("a file that holds the password").to(KeptReader::secret))
                .orElse(null);
        return url.map(each -> new Kept.OnServer(each, user, password));
    }

    /** The password itself is read where it is used, so that it may be replaced. */
    private static Path secret(Path file) {
        Surroundings.told(where -> SecretFile.read(file, where));
        return file;
    }

    private static String url(String text) {
        try {
            URI uri = new URI(text);
            String path = String.valueOf(uri.getPath());
            String query = String.valueOf(uri.getQuery()).toLowerCase(Locale.ROOT);
            if (uri.getUserInfo() != null || query.contains("password=") || query.contains("user=")) {
                throw new InvalidValueException(
                        "a user or a password has no place in the URL; expected the keys user" + " and password-file");
            }
            if ("postgresql".equals(uri.getScheme()) && uri.getHost() != null && path.length() > 1) {
                return text;
            }
        } catch (URISyntaxException e) {
            // Told below, without the text.
        }
        throw new InvalidValueException(
                "this is not the URL of a database; expected one such as postgresql://db.example.com/vpsdns");
    }
}
