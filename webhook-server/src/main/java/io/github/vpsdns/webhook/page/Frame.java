// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.page.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What all pages have in common: head, navigation, and header fields that allow nothing but themselves. */
final class Frame {
    private static final Map<String, String> FIELDS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "Referrer-Policy",
            "same-origin",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private Frame() {}

    static Reply reply(Page page) {
        String document = "<!DOCTYPE html>\n" + document(page) + "\n";
        return new Reply(page.status(), "text/html; charset=utf-8", document.getBytes(StandardCharsets.UTF_8), FIELDS);
    }

    static Reply redirect(String path) {
        return new Reply(303, "text/plain; charset=utf-8", new byte[0], FIELDS).with("Location", path);
    }

    private static Html document(Page page) {
        Html head = Html.of("head")
                .has(
                        Html.of("meta").with("charset", "utf-8"),
                        Html.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                        Html.of("meta").with("name", "color-scheme").with("content", "light dark"),
                        Html.of("title").says(page.title() + " · vpsdns"),
                        Html.of("link")
                                .with("rel", "icon")
                                .with("type", "image/svg+xml")
                                .with("href", Assets.ICON_PATH),
                        Html.of("link").with("rel", "stylesheet").with("href", Assets.STYLE_PATH));
        Html body = Html.of("body")
                .has(Html.of("a").with("class", "skip").with("href", "#main").says("Skip to the content"));
        body.has(header(page));
        body.has(Html.of("main").with("id", "main").with("tabindex", "-1").has(page.main()));
        return Html.of("html").with("lang", "en").has(head, body);
    }

    private static Html header(Page page) {
        Session session = page.session();
        Html inside = Html.of("div").with("class", "bar");
        Html mark = Html.of("span").with("class", "mark").says("vpsdns");
        if (session == null) {
            return Html.of("header").has(inside.has(mark));
        }
        Html entries = Html.of("ul").has(entry(page, "/", "Hosts"), entry(page, "/set-up", "Set up a router"));
        entries.has(entry(page, "/trouble", "Trouble"));
        Html signOut = Html.of("form")
                .with("method", "post")
                .with("action", "/sign-out")
                .has(hidden("token", session.formToken()))
                .has(Html.of("button")
                        .with("type", "submit")
                        .with("class", "quiet")
                        .says("Sign out"));
        return Html.of("header")
                .has(inside.has(mark, Html.of("nav").with("aria-label", "Pages").has(entries), signOut));
    }

    private static Html entry(Page page, String path, String name) {
        Html link = Html.of("a").with("href", path).says(name);
        if (path.equals(page.place())) {
            link.with("aria-current", "page");
        }
        return Html.of("li").has(link);
    }

    static Html hidden(String name, String value) {
        return Html.of("input").with("type", "hidden").with("name", name).with("value", value);
    }
}
