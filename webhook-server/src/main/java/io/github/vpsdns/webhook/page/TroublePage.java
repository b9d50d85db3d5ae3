// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.Incident.Kind;
import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.store.HostKey;
import java.util.List;

/** What is wrong now, and what went wrong lately. */
final class TroublePage {
    private final View view;
    private final Incidents incidents;

    private TroublePage(View view, Incidents incidents) {
        this.view = view;
        this.incidents = incidents;
    }

    static Page of(View view, Incidents incidents) {
        return new TroublePage(view, incidents).page();
    }

    private Page page() {
        Html main = Html.several()
                .has(Html.of("h1").says("Trouble"))
                .has(Warnings.of(view.settings()))
                .has(Facts.of(view.status(), view.now()))
                .has(hosts())
                .has(lockouts())
                .has(expired())
                .has(lately("What went wrong lately", "Incidents", Kind.OURS, "Nothing since the server was started."))
                .has(lately(
                        "Who was turned away lately", "Refusals", Kind.THEIRS, "Nobody since the server was started."));
        return view.page("Trouble", "/trouble", main);
    }

    private Html hosts() {
        List<HostState> open = view.status().hosts().stream()
                .filter(state -> state.problem() != null || state.row().open() != null)
                .toList();
        Html section = section("Not written yet");
        if (open.isEmpty()) {
            return section.has(nothing("All updates are written."));
        }
        Table table = new Table("Updates that wait or failed", "Host", "Wanted", "Since", "Why");
        for (HostState state : open) {
            HostKey key = state.row().key();
            var wish = state.row().open();
            table.row(
                    Html.of("a").with("href", "/hosts/" + key.host()).says(key.toString()),
                    wish == null ? Html.of("span").says("given up") : Addresses.of(wish.addresses()),
                    wish == null ? Html.of("span").says("–") : Times.relative(wish.acceptedAt(), view.now()),
                    Html.of("span").says(state.problem() == null ? "It is being written." : state.problem()));
        }
        return section.has(table.html());
    }

    private Html lockouts() {
        Html section = section("Locked out");
        if (view.status().lockouts().isEmpty()) {
            return section.has(nothing("Nobody."));
        }
        Table table = new Table("Users and addresses with too many wrong passwords", "Who", "Wrong passwords", "Until");
        for (Lockout lockout : view.status().lockouts()) {
            table.row(
                    Addresses.of(lockout.subject()),
                    Html.of("span").says(Integer.toString(lockout.failures())),
                    Html.of("span")
                            .has(Times.relative(lockout.until(), view.now()))
                            .says(" (")
                            .has(Times.absolute(lockout.until()))
                            .says(")"));
        }
        return section.has(table.html());
    }

    private Html expired() {
        List<String> names = view.settings().users().stream()
                .filter(user -> user.expires() != null && !user.expires().isAfter(view.now()))
                .map(User::name)
                .toList();
        return names.isEmpty()
                ? Html.several()
                : Warnings.warning("The time of these users is over: " + String.join(", ", names) + ".");
    }

    private Html lately(String title, String caption, Kind kind, String none) {
        Html section = section(title);
        List<Incident> list = incidents.of(kind);
        if (list.isEmpty()) {
            return section.has(nothing(none));
        }
        Table table = new Table(caption + ", the newest first", "When", "What", "How often");
        for (Incident incident : list) {
            table.row(
                    Times.relative(incident.last(), view.now()),
                    Html.of("span").with("class", "address").says(incident.what()),
                    incident.count() == 1
                            ? Html.of("span").says("once")
                            : Html.of("span")
                                    .says(incident.count() + " times since ")
                                    .has(Times.relative(incident.first(), view.now())));
        }
        return section.has(table.html());
    }

    private static Html section(String title) {
        return Html.of("section").has(Html.of("h2").says(title));
    }

    private static Html nothing(String text) {
        return Html.of("p").with("class", "muted").says(text);
    }
}
