// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.util.Locale;

/** What should be different in the configuration. */
final class Warnings {
    private Warnings() {}

    static Html of(WebhookSettings settings) {
        Html all = Html.several();
        if (settings.updates().dryRun()) {
            all.has(warning("Dry run: updates are answered, but nothing is written to the API."));
        }
        if (isPlain(settings)) {
            all.has(warning(
                    "The server speaks plain http only: passwords cross the network readable for everybody on the way. "
                            + "Give it a certificate with 'tls' in the configuration, or let a proxy with one stand before it and say so with "
                            + "'public-url'."));
        }
        return all;
    }

    static boolean isPlain(WebhookSettings settings) {
        AdminSettings admin = settings.admin();
        String publicUrl = admin == null ? null : admin.publicUrl();
        boolean behindTls =
                publicUrl != null && publicUrl.toLowerCase(Locale.ROOT).startsWith("https://");
        return !behindTls
                && (settings.tls() == null
                        || settings.listen().stream().map(ListenAddress::speaks).allMatch(Speaks.PLAIN::equals));
    }

    static Html warning(String text) {
        return Html.of("p").with("class", "alert wait").says(text);
    }
}
