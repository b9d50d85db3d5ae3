// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.cli.base.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a webhook is. The path of such a URL is often a secret, so it shows its host alone.
 *
 * @param uri https, or http to this machine itself
 */
record WebhookUrl(URI uri) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads a URL.
     *
     * @param text what was given
     * @param option where it was given, for the complaint, which does not quote the text
     * @throws UsageException if it cannot be used
     */
    static WebhookUrl of(String text, String option) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean accepted = scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host));
            if (uri.getHost() != null && accepted && uri.getUserInfo() == null) {
                return new WebhookUrl(uri);
            }
        } catch (URISyntaxException e) {
            // Told below, without the text.
        }
        throw new UsageException(option + ": this is not the URL of a webhook; expected an https URL (http only to this"
                + " machine itself) without user name and password");
    }

    String host() {
        return uri.getHost();
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getHost() + "/***";
    }
}
