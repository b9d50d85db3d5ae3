// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.page.setup.guide.ServerUrl;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import io.github.vpsdns.webhook.settings.TlsSettings;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.net.InetSocketAddress;
import java.util.Comparator;

/**
 * Where clients find the server, as far as the configuration says.
 *
 * @param url the address
 * @param guessed whether a part of it is not known
 */
record PublicUrl(ServerUrl url, boolean guessed) {
    /** Stands where the server's name goes if nothing tells it. */
    static final String UNKNOWN = "SERVER.example.com";

    static PublicUrl of(WebhookSettings settings) {
        AdminSettings admin = settings.admin();
        if (admin != null && admin.publicUrl() != null) {
            try {
                return new PublicUrl(ServerUrl.of(admin.publicUrl()), false);
            } catch (InvalidValueException e) {
                return guess(settings);
            }
        }
        return guess(settings);
    }

    private static PublicUrl guess(WebhookSettings settings) {
        boolean secure = settings.tls() != null
                && settings.listen().stream().anyMatch(address -> address.speaks() != Speaks.PLAIN);
        ListenAddress listen = settings.listen().stream()
                .filter(address -> !secure || address.speaks() != Speaks.PLAIN)
                .min(Comparator.comparing(
                        address -> address.address().getAddress().isLoopbackAddress()))
                .orElseGet(() -> settings.listen().get(0));
        InetSocketAddress address = listen.address();
        int port = address.getPort();
        String suffix = port == (secure ? 443 : 80) ? "" : ":" + port;
        if (settings.tls() instanceof TlsSettings.Acme acme
                && !acme.names().get(0).isWildcard()) {
            return new PublicUrl(new ServerUrl(true, acme.names().get(0) + suffix, ""), false);
        }
        boolean everywhere = address.getAddress().isAnyLocalAddress();
        return new PublicUrl(new ServerUrl(secure, (everywhere ? UNKNOWN : name(address)) + suffix, ""), everywhere);
    }

    private static String name(InetSocketAddress address) {
        String text = Family.text(address.getAddress());
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
