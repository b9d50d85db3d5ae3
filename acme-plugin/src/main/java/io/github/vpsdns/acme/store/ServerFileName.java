// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A directory's name for an ACME server: its host and path, {@code /} as {@code _}, anything unsafe as {@code %XX}. */
final class ServerFileName {
    private ServerFileName() {}

    static String of(URI server) {
        if (server.getHost() == null) {
            throw new InvalidValueException(
                    "'" + server + "' is not the URL of an ACME directory; expected https://host/path");
        }
        String port = server.getPort() < 0 ? "" : ":" + server.getPort();
        String query = server.getRawQuery() == null ? "" : "?" + server.getRawQuery();
        String whole = server.getHost().toLowerCase(Locale.ROOT) + port + server.getRawPath() + query;
        StringBuilder name = new StringBuilder();
        for (byte octet : whole.getBytes(StandardCharsets.UTF_8)) {
            if (octet == '/') {
                name.append('_');
            } else if (octet > 0 && (Character.isLetterOrDigit(octet) || octet == '.' || octet == '-')) {
                name.append((char) octet);
            } else {
                name.append(String.format("%%%02X", octet));
            }
        }
        return name.toString();
    }
}
