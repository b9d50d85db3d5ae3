// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import io.github.vpsdns.cli.base.HostPort;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.api.VpsDnsClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads where the API and the name servers are: the keys {@code api} and {@code dns}. Stateless but for the file's place. */
public final class OutsideReader {
    private static final int MOST_SERVERS = 20;
    private static final Scalar<Duration> TIMEOUT = Scalar.duration(Duration.ofSeconds(1), Duration.ofMinutes(10));
    private static final Scalar<String> SERVER = Scalar.text(300, "a name server")
            .to(text -> {
                if (!HostPort.isNameServer(text)) {
                    throw new InvalidValueException(
                            "this is not a server; expected HOST or HOST:PORT, such as 192.0.2.53,"
                                    + " \"[2001:db8::53]:5353\" or ns1.vps.org");
                }
                return text;
            });
    private static final Scalar<String> API_URL = Scalar.text(1000, "the API's URL")
            .to(text -> {
                try {
                    VpsDnsClient.builder().apiUrl(new URI(text));
                    return text;
                } catch (URISyntaxException e) {
                    throw new InvalidValueException(
                            "this is not a URL; expected one such as https://admin.vps.org/api/v1");
                }
            });

    private final Surroundings surroundings;

    /**
     * Creates a reader.
     *
     * @param surroundings of the file
     */
    public OutsideReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Reads where the API is.
     *
     * @param top the file as a whole
     * @return what it says; nothing where the key is missing
     */
    public ApiPart api(YamlMap top) {
        return top.get("api").flatMap(this::api).orElse(new ApiPart(null, null, null));
    }

    /**
     * Reads which name servers are asked.
     *
     * @param top the file as a whole
     * @return what it says; nothing where the key is missing
     */
    public DnsPart dns(YamlMap top) {
        return top.get("dns").flatMap(OutsideReader::dns).orElse(new DnsPart(null, List.of()));
    }

    private Optional<ApiPart> api(YamlValue value) {
        return value.map("url", "token-file", "timeout")
                .map(api -> new ApiPart(
                        api.read("url", API_URL).orElse(null),
                        api.read("token-file", surroundings.path("a file that holds the token"))
                                .orElse(null),
                        api.read("timeout", TIMEOUT).orElse(null)));
    }

    private static Optional<DnsPart> dns(YamlValue value) {
        return value.map("resolver", "nameservers")
                .map(dns -> new DnsPart(
                        dns.read("resolver", SERVER).orElse(null),
                        dns.get("nameservers").map(OutsideReader::servers).orElse(List.of())));
    }

    private static List<String> servers(YamlValue value) {
        return value.oneOrMore(MOST_SERVERS, "name servers").stream()
                .flatMap(server -> server.read(SERVER).stream())
                .toList();
    }
}
