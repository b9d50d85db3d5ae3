// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where clients find the server. Immutable and thread-safe.
 *
 * @param secure whether they speak TLS to it
 * @param authority a name or an address, with the port unless it is the scheme's own
 * @param path what stands before all paths, empty or such as {@code /dyn}
 */
public record ServerUrl(boolean secure, String authority, String path) {
    /**
     * Reads an address.
     *
     * @param text such as {@code https://dyn.example.com} or {@code http://192.0.2.1:8245}
     * @return the address
     * @throws InvalidValueException if it is anything else, or has a user, a query or a fragment
     */
    public static ServerUrl of(String text) {
        URI uri = parse(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
        if (!web || uri.getHost() == null || more) {
            throw refused(text);
        }
        String path = uri.getRawPath();
        return new ServerUrl(
                scheme.equals("https"),
                uri.getRawAuthority(),
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused(text);
        }
    }

    private static InvalidValueException refused(String text) {
        return new InvalidValueException(
                "'" + text + "' is no address of a server; expected such as https://dyn.example.com");
    }

    /**
     * Returns a whole address.
     *
     * @param resource a path and a query, such as {@code /nic/checkip}
     * @return such as {@code https://dyn.example.com/nic/checkip}
     */
    public String url(String resource) {
        return scheme() + "://" + bare(resource);
    }

    /**
     * Returns an address as forms want it that add the scheme.
     *
     * @param resource a path and a query
     * @return such as {@code dyn.example.com/nic/checkip}
     */
    public String bare(String resource) {
        return authority + path + resource;
    }

    /**
     * Returns the scheme.
     *
     * @return {@code https} or {@code http}
     */
    public String scheme() {
        return secure ? "https" : "http";
    }

    @Override
    public String toString() {
        return url("");
    }
}
