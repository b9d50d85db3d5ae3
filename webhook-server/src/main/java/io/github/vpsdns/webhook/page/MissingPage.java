// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.page.session.Session;

/** For addresses that lead nowhere, or not now. */
final class MissingPage {
    private MissingPage() {}

    static Page of(Session session) {
        return of(session, "There is no such page.");
    }

    static Page of(Session session, String why) {
        return page(404, "Not found", session, why);
    }

    /** For what the database does not give now. */
    static Page later(Session session) {
        return page(503, "Not now", session, "The history cannot be read right now. Try again later.");
    }

    private static Page page(int status, String title, Session session, String why) {
        Html main = Html.several()
                .has(Html.of("h1").says(title))
                .has(Html.of("p")
                        .says(why + " ")
                        .has(Html.of("a").with("href", "/").says("To the hosts")));
        return new Page(status, title, "", session, main);
    }
}
