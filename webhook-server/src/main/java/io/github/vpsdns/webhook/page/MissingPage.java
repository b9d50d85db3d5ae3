// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.page.session.Session;

/** For addresses that lead nowhere. */
final class MissingPage {
    private MissingPage() {}

    static Page of(Session session) {
        return of(session, "There is no such page.");
    }

    static Page of(Session session, String why) {
        Html main = Html.several()
                .has(Html.of("h1").says("Not found"))
                .has(Html.of("p")
                        .says(why + " ")
                        .has(Html.of("a").with("href", "/").says("To the hosts")));
        return new Page(404, "Not found", "", session, main);
    }
}
