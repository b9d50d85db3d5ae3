// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.base.SecretFile;
import io.github.vpsdns.cli.config.StatePlace;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.webhook.store.StorePlace;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the database is. */
final class StoreReader {
    private static final Scalar<String> URL = Scalar.text(1000, "a URL such as postgresql://db.example.com/vpsdns")
            .to(StoreReader::usable);
    private static final Scalar<String> USER = Scalar.text(100, "a user of the database");

    private final Surroundings surroundings;
    private final Host host;

    StoreReader(Surroundings surroundings, Host host) {
        this.surroundings = surroundings;
        this.host = host;
    }

    StorePlace read(YamlMap top) {
        Optional<Path> state = top.read("state", surroundings.path("a file to be kept by the server"));
        Optional<StorePlace> server = top.get("database")
                .flatMap(value -> value.map("url", "user", "password-file").flatMap(this::server));
        if (top.get("state").isPresent()) {
            top.get("database")
                    .ifPresent(value -> value.wrong(
                            "state and database both say where things are kept; expected one" + " of them"));
        }
        return server.orElseGet(() -> new StorePlace.FilePlace(StatePlace.of(state.orElse(null), "webhook.db", host)));
    }

    private Optional<StorePlace> server(YamlMap map) {
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
                        surroundings.path("a file that holds the password").to(StoreReader::secret))
                .orElse(null);
        return url.map(each -> new StorePlace.ServerPlace(each, user, password));
    }

    /** The password itself is read where it is used, so that it may be replaced. */
    private static Path secret(Path file) {
        Surroundings.told(where -> SecretFile.read(file, where));
        return file;
    }

    private static String usable(String url) {
        return new StorePlace.ServerPlace(url, null, null).jdbcUrl();
    }
}
