// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.cli.base.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A URL that is known to its owner alone, as those of webhooks are: who has it may write there. So it shows its host alone.
 *
 * @param uri with a host and without user name and password
 */
public record SecretUrl(URI uri) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads the URL of a webhook.
     *
     * @param text what was given
     * @param option where it was given, for the complaint, which does not quote the text
     * @return the URL: https, or http to this machine itself
     * @throws UsageException if it cannot be used
     */
    public static SecretUrl webhook(String text, String option) {
        return of(
                text,
                LOOPBACK::contains,
                option + ": this is not the URL of a webhook; expected an https URL (http only to this machine itself)"
                        + " without user name and password");
    }

    /**
     * Reads a URL.
     *
     * @param text what was given
     * @param plain tells to which hosts, in lower case, http is good enough
     * @param complaint what to say otherwise
     * @return the URL: https, or http where that is good enough
     * @throws UsageException if it cannot be used
     */
    public static SecretUrl of(String text, Predicate<String> plain, String complaint) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean accepted = scheme.equals("https") || (scheme.equals("http") && plain.test(host));
            boolean isPort = uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= 65_535);
            if (uri.getHost() != null && accepted && isPort && uri.getUserInfo() == null) {
                return new SecretUrl(uri);
            }
        } catch (URISyntaxException e) {
            // Told below, without the text.
        }
        throw new UsageException(complaint);
    }

    /**
     * Returns what may be shown.
     *
     * @return the host
     */
    public String host() {
        return uri.getHost();
    }

    /** Returns the URL with its path left out. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getHost() + "/***";
    }
}
