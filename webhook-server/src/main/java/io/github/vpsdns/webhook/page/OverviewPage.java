// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All hosts at a glance. */
final class OverviewPage {
    private OverviewPage() {}

    static Page of(View view) {
        List<HostSets> hosts = HostSets.all(view.status(), view.settings().users());
        Html main = Html.several()
                .has(Html.of("h1").says("Hosts"))
                .has(verdict(view, hosts))
                .has(Warnings.of(view.settings()))
                .has(hosts.isEmpty() ? nobody() : table(view, hosts))
                .has(Html.of("h2").says("The server"))
                .has(Facts.of(view.status(), view.now()))
                .has(Html.of("p")
                        .with("class", "muted")
                        .says("As of ")
                        .has(Times.absolute(view.now()))
                        .says("."));
        return view.page("Hosts", "/", main);
    }

    private static Html verdict(View view, List<HostSets> hosts) {
        Map<Standing, Long> counts = hosts.stream()
                .map(HostSets::standing)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long problems = counts.getOrDefault(Standing.PROBLEM, 0L);
        long waiting = counts.getOrDefault(Standing.WAITING, 0L);
        long never = counts.getOrDefault(Standing.UNKNOWN, 0L);
        Standing worst = problems > 0
                        || view.status().storeProblem() != null
                        || view.status().api().problem() != null
                ? Standing.PROBLEM
                : waiting > 0 ? Standing.WAITING : Standing.WELL;
        StringBuilder words = new StringBuilder();
        if (problems > 0) {
            words.append(Times.counted(problems, "host"))
                    .append(problems == 1 ? " has a problem. " : " have problems. ");
        }
        if (waiting > 0) {
            words.append(Times.counted(waiting, "host"))
                    .append(waiting == 1 ? " waits to be written. " : " wait to be written. ");
        }
        if (words.isEmpty()) {
            words.append(never == hosts.size() ? "No host has been updated yet. " : "Everything is up to date. ");
        }
        Html verdict = Html.of("p")
                .with("class", "verdict " + worst.style())
                .says(words.toString().strip());
        if (worst == Standing.PROBLEM) {
            verdict.says(" ").has(Html.of("a").with("href", "/trouble").says("See what is wrong"));
        }
        return verdict;
    }

    private static Html nobody() {
        return Html.of("p")
                .with("class", "card")
                .says("Nobody may update a host by name yet. Give a user hosts in the configuration, then ")
                .has(Html.of("a").with("href", "/set-up").says("set up a router"))
                .says(".");
    }

    private static Html table(View view, List<HostSets> hosts) {
        Table table = new Table("Hosts and their addresses", "Host", "IPv4", "IPv6", "State", "Last update");
        for (HostSets host : hosts) {
            table.row(
                    Html.of("a")
                            .with("href", "/hosts/" + host.host())
                            .says(host.host().toString()),
                    addresses(host, Family.IPV4),
                    addresses(host, Family.IPV6),
                    state(host),
                    last(view, host));
        }
        return table.html();
    }

    private static Html addresses(HostSets host, Family family) {
        return host.of(family)
                .map(Addresses::of)
                .orElseGet(() -> Html.of("span").with("class", "muted").says("–"));
    }

    private static Html state(HostSets host) {
        Html state = Html.several().has(host.standing().badge());
        for (HostState set : host.sets()) {
            if (set.problem() != null) {
                state.has(
                        Html.of("div").with("class", "why").says(set.row().key().family() + ": " + set.problem()));
            }
        }
        return state;
    }

    private static Html last(View view, HostSets host) {
        return host.lastDone()
                .map(done -> Html.several()
                        .has(Times.relative(done.acceptedAt(), view.now()))
                        .has(Html.of("div")
                                .with("class", "muted")
                                .says("by " + done.user() + " from ")
                                .has(Addresses.of(done.client()))))
                .orElseGet(() ->
                        Html.of("a").with("href", "/set-up?host=" + host.host()).says("Set it up"));
    }
}
