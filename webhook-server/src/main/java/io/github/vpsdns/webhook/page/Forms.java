// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Query;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What browsers send. */
final class Forms {
    private static final Pattern OWN_PATH = Pattern.compile("/([A-Za-z0-9._*?][A-Za-z0-9/._*?=&%+~-]{0,600})?");

    private Forms() {}

    static Query fields(Call call) {
        return Query.parse(new String(call.body(), StandardCharsets.UTF_8));
    }

    /**
     * Tells whether a form is one of our own pages', as far as the browser says where it comes from (Fetch Metadata, and Origin by
     * RFC 6454 section 7). One that says neither is believed: what it carries decides.
     */
    static boolean isOwn(Call call) {
        String site = call.headers().first("Sec-Fetch-Site").orElse("same-origin");
        if (!site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        Optional<String> origin = call.headers().first("Origin");
        Optional<String> host = call.headers().first("Host");
        return origin.isEmpty() || host.isEmpty() || authority(origin.get()).equals(authority(host.get()));
    }

    /** Where to go after the sign-in: a page of ours, whatever was asked for. */
    static String next(String asked) {
        return OWN_PATH.matcher(asked).matches() ? asked : "/";
    }

    private static String authority(String text) {
        String name = text.substring(text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3)
                .toLowerCase(Locale.ROOT);
        return name.replaceFirst(":(80|443)$", "");
    }
}
