// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.store.HostRow;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses as pages show them: long ones break behind a colon only. */
final class Addresses {
    private static final Pattern BEHIND_COLONS = Pattern.compile("(?<=:)(?=[^:])");

    private Addresses() {}

    static Html of(InetAddress address) {
        return of(Family.text(address));
    }

    /** For one that is text already, or the name of somebody. */
    static Html of(String text) {
        Html code = Html.of("code").with("class", "address");
        for (String part : BEHIND_COLONS.split(text, -1)) {
            code.says(part);
            if (part.endsWith(":")) {
                code.has(Html.of("wbr"));
            }
        }
        return code;
    }

    /** One below the other. */
    static Html of(List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return Html.of("span").with("class", "muted").says("no record");
        }
        Html all = Html.several();
        for (InetAddress address : addresses) {
            all.has(Html.of("div").has(of(address)));
        }
        return all;
    }

    /** What a set says, and what it is to say if that is something else. */
    static Html of(HostState state) {
        HostRow row = state.row();
        Html all = Html.several();
        if (row.known() != null) {
            all.has(of(row.known().addresses()));
        } else if (row.done() != null) {
            all.has(of(row.done().addresses()));
        }
        if (row.open() != null) {
            Html wanted = Html.of("div").with("class", "wanted").says("wanted: ");
            all.has(wanted.has(of(row.open().addresses())));
        }
        return all;
    }
}
