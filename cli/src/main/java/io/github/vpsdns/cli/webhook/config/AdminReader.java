// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.base.HostPort;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.ListenAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the page for people is. */
final class AdminReader {
    private static final int PORT = 9246;
    private static final Scalar<String> URL =
            Scalar.text(300, "a URL such as https://dyn.example.com").to(AdminReader::url);

    private final List<ListenAddress> taken;
    private final Scalar<InetSocketAddress> listen;

    /** @param taken where the server takes requests */
    AdminReader(List<ListenAddress> taken) {
        this.taken = taken;
        this.listen = Scalar.text(300, "PORT or HOST:PORT, such as 127.0.0.1:9246")
                .orNumber()
                .to(text -> free(Surroundings.told(where -> HostPort.listen(text, where))));
    }

    Optional<AdminSettings> read(YamlMap top) {
        return top.get("admin")
                .flatMap(value -> value.map("listen", "password", "url"))
                .flatMap(this::admin);
    }

    private Optional<AdminSettings> admin(YamlMap map) {
        if (map.get("password").isEmpty()) {
            map.whole()
                    .wrong("the password is missing; expected the key password with a hash as 'vpsdns webhook"
                            + " hash-password' prints it");
        }
        InetSocketAddress usual = new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
        if (map.get("listen").isEmpty() && isTaken(usual)) {
            map.whole().wrong("its usual port, " + PORT + ", is in listen; expected the key listen with another one");
        }
        InetSocketAddress address = map.read("listen", listen).orElse(usual);
        @Nullable String url = map.read("url", URL).orElse(null);
        Optional<PasswordHash> password = map.read("password", UsersReader.PASSWORD);
        return password.map(hash -> new AdminSettings(address, hash, url));
    }

    private InetSocketAddress free(InetSocketAddress address) {
        if (isTaken(address)) {
            throw new InvalidValueException("this port is one that everybody may use; expected one that is not in"
                    + " listen, such as 127.0.0.1:" + PORT);
        }
        return address;
    }

    private boolean isTaken(InetSocketAddress address) {
        return taken.stream().anyMatch(other -> ListenReader.overlap(other.address(), address));
    }

    private static String url(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return text.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException e) {
            // Told below, without the text.
        }
        throw new InvalidValueException("this is not what routers can call; expected the server's URL for them, such"
                + " as https://dyn.example.com");
    }
}
