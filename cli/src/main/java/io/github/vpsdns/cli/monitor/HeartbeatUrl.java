// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import io.github.vpsdns.cli.notify.SecretUrl;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a monitor waits for signs of life: a check of Healthchecks (hosted or one's own), or a push monitor of Uptime Kuma. The
 * URL is a secret and shows its host alone. Immutable.
 */
public final class HeartbeatUrl {
    private static final Pattern KUMA = Pattern.compile("(.*/api/push/[^/]+)/?");
    private static final Pattern OWN_NETWORK = Pattern.compile(
            "127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+"
                    + "|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+|169\\.254\\.[0-9.]+|\\[::1]|\\[f[cd][0-9a-f:]+]|\\[fe80:[0-9a-f:]+]");
    /** Names that the world's DNS does not know (RFC 6762, RFC 8375 and usage). */
    private static final Set<String> OWN_NAMES = Set.of("local", "lan", "home.arpa", "internal");

    /** What a monitor of Uptime Kuma shows of a message. */
    private static final int KUMA_MESSAGE = 250;

    private final SecretUrl url;

    private HeartbeatUrl(SecretUrl url) {
        this.url = url;
    }

    /**
     * Reads a URL.
     *
     * @param text what was given: that of the check, to which {@code /fail} is added for failures, or one with {@code /api/push/}
     * @param where where it was given, for the complaint, which does not quote the text
     * @return the URL: https, or http within the own network, where such monitors often are
     * @throws io.github.vpsdns.cli.base.UsageException if it cannot be used
     */
    public static HeartbeatUrl of(String text, String where) {
        return new HeartbeatUrl(SecretUrl.of(
                text,
                HeartbeatUrl::isOwnNetwork,
                where + ": this is not a URL for heartbeats; expected an https URL of a Healthchecks check or of a push"
                        + " monitor of Uptime Kuma (http only within the own network) without user name and password"));
    }

    /** Tells whether what it is sent must be in the query, not the body. */
    boolean isPush() {
        return KUMA.matcher(url.uri().getRawPath()).matches();
    }

    URI success() {
        return isPush() ? push("up", "OK") : url.uri();
    }

    URI failure(String message) {
        if (isPush()) {
            return push("down", message.length() > KUMA_MESSAGE ? message.substring(0, KUMA_MESSAGE) : message);
        }
        URI uri = url.uri();
        String path = uri.getRawPath().endsWith("/") ? uri.getRawPath() + "fail" : uri.getRawPath() + "/fail";
        return with(path, uri.getRawQuery());
    }

    String host() {
        return url.host();
    }

    /** What its page offers to copy has a query of its own, in place of which this one stands. */
    private URI push(String status, String message) {
        String path = url.uri().getRawPath();
        return with(
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
                "status=" + status + "&msg=" + URLEncoder.encode(message, StandardCharsets.UTF_8) + "&ping=");
    }

    private URI with(String path, String query) {
        URI uri = url.uri();
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + (query == null ? "" : "?" + query));
    }

    private static boolean isOwnNetwork(String host) {
        return host.equals("localhost")
                || OWN_NETWORK.matcher(host).matches()
                || (host.indexOf('.') < 0 && host.indexOf(':') < 0)
                || OWN_NAMES.stream().anyMatch(name -> host.endsWith("." + name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeartbeatUrl that && url.equals(that.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
