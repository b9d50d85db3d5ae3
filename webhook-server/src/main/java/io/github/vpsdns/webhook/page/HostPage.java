// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.store.HistoryBook.Change;
import io.github.vpsdns.webhook.store.HostRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One host: what it says now, who may change that, and its past. */
final class HostPage {
    private final View view;
    private final HostSets host;
    private final Map<Family, List<Change>> past;

    private HostPage(View view, HostSets host, Map<Family, List<Change>> past) {
        this.view = view;
        this.host = host;
        this.past = past;
    }

    static Page of(View view, HostSets host, Map<Family, List<Change>> past) {
        return new HostPage(view, host, past).page();
    }

    private Page page() {
        DomainName name = host.host();
        Html main = Html.several()
                .has(Html.of("h1").says(name.toString()))
                .has(Html.of("p").has(host.standing().badge()).says(" ").has(users()))
                .has(Html.of("p")
                        .has(Html.of("a").with("href", "/set-up?host=" + name).says("Set up a router for this host")));
        for (Family family : Family.values()) {
            main.has(section(family));
        }
        return view.page(name.toString(), "/", main);
    }

    private Html users() {
        List<String> names = view.settings().users().stream()
                .filter(user -> user.grant(host.host()).isPresent())
                .map(User::name)
                .toList();
        return Html.of("span")
                .with("class", "muted")
                .says(names.isEmpty() ? "Nobody may update it." : "Updated by " + String.join(", ", names) + ".");
    }

    private Html section(Family family) {
        List<Change> changes = past.getOrDefault(family, List.of());
        String id = family.word();
        Html section = Html.of("section").with("aria-labelledby", id);
        section.has(Html.of("h2").with("id", id).says(family.toString()));
        section.has(host.of(family)
                .map(this::now)
                .orElseGet(() -> Html.of("p").with("class", "muted").says("No client has spoken of it.")));
        if (!changes.isEmpty()) {
            section.has(Html.of("div")
                    .with("class", "card")
                    .has(Chart.of(family + " addresses of " + host.host(), changes, view.now())));
            section.has(table(family, changes));
        }
        return section;
    }

    private Html now(HostState state) {
        HostRow row = state.row();
        Html now = Html.of("div").with("class", "now").has(Addresses.of(state));
        if (state.problem() != null) {
            now.has(Html.of("p").with("class", "alert bad").says(state.problem()));
        } else if (row.open() != null) {
            now.has(Html.of("p")
                    .with("class", "alert wait")
                    .says("Accepted ")
                    .has(Times.relative(row.open().acceptedAt(), view.now()))
                    .says(" and being written."));
        }
        if (row.known() != null) {
            now.has(Html.of("p")
                    .with("class", "muted")
                    .says("Seen so at the API ")
                    .has(Times.relative(row.known().checkedAt(), view.now()))
                    .says("."));
        }
        return now;
    }

    private Html table(Family family, List<Change> changes) {
        Table table = new Table(
                "The last " + Times.counted(changes.size(), "change") + " of " + family,
                "When",
                "Address",
                "For",
                "By",
                "From");
        Instant until = view.now();
        for (Change change : changes) {
            Duration length = Duration.between(change.at(), until);
            table.row(
                    Times.absolute(change.at()),
                    Addresses.of(change.addresses()),
                    Html.of("span")
                            .with("class", "short")
                            .says(Times.length(length.isNegative() ? Duration.ZERO : length)),
                    Html.of("span").says(change.user()),
                    Addresses.of(change.client()));
            until = change.at();
        }
        return table.html();
    }
}
