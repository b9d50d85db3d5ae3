// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the names of sources. */
final class SourceNames {
    private static final String EXPECTED =
            "expected interface, interface:NAME, an http or https URL, dns:cloudflare, dns:opendns,"
                    + " dns:google, upnp, file:PATH, command:LINE or static:ADDRESS";

    /** Names of Linux: at most 15 bytes without slash and white space. */
    private static final Pattern INTERFACE = Pattern.compile("[^\\s/]{1,15}");

    private static final Pattern HARMLESS = Pattern.compile("[\\w.:/-]{0,60}");

    private SourceNames() {}

    static SourceSpec parse(String text) {
        int colon = text.indexOf(':');
        String kind = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "interface" -> interfaceNamed(text, colon, rest);
            case "http", "https" -> web(text);
            case "dns" -> whoami(text, rest);
            case "upnp" -> upnp(text, colon);
            case "file" -> file(rest);
            case "command" -> command(rest);
            case "static" -> new SourceSpec.Static((rest.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(rest));
            default -> throw new InvalidValueException(shown(text) + " is no source of addresses; " + EXPECTED);
        };
    }

    /** A command whose kind was forgotten, or a URL with a slip in its scheme, may hold a password. */
    private static String shown(String text) {
        return HARMLESS.matcher(text).matches() ? "'" + text + "'" : "this";
    }

    private static SourceSpec interfaceNamed(String text, int colon, String name) {
        if (colon >= 0 && !INTERFACE.matcher(name).matches()) {
            throw new InvalidValueException(
                    "'" + text + "' names no network interface; expected one such as interface:eth0");
        }
        return new SourceSpec.Interface(name);
    }

    private static SourceSpec web(String text) {
        try {
            URI url = new URI(text);
            String host = url.getHost();
            if (host != null && url.getRawUserInfo() == null && url.getRawFragment() == null) {
                return new SourceSpec.Web(url);
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        // Not quoted: a URL may hold a password.
        throw new InvalidValueException("this is no usable URL of a page that tells addresses; expected one such as"
                + " https://example.com/ip, without user name, password and fragment");
    }

    private static SourceSpec whoami(String text, String word) {
        return Arrays.stream(WhoamiProvider.values())
                .filter(provider -> provider.word().equals(word))
                .findFirst()
                .map(SourceSpec.Whoami::new)
                .orElseThrow(() -> new InvalidValueException(
                        "'" + text + "' is not known; expected dns:cloudflare, dns:opendns or dns:google"));
    }

    private static SourceSpec upnp(String text, int colon) {
        if (colon >= 0) {
            throw new InvalidValueException("'" + text + "' is not known; expected upnp alone");
        }
        return new SourceSpec.Upnp();
    }

    private static SourceSpec file(String rest) {
        try {
            Path path = Path.of(rest);
            if (path.isAbsolute()) {
                return new SourceSpec.TextFile(path);
            }
        } catch (InvalidPathException e) {
            // Told below.
        }
        throw new InvalidValueException(
                "'file:" + rest + "' is not usable; expected an absolute path, as in file:/run/wan-address");
    }

    private static SourceSpec command(String line) {
        if (line.isBlank()) {
            throw new InvalidValueException("'command:' is empty; expected a line for the shell after it");
        }
        return new SourceSpec.Command(line);
    }
}
