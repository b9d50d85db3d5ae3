// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.exchange.Query;
import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.page.setup.Client;
import io.github.vpsdns.webhook.page.setup.SetUps;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.User;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What to type into the chosen router for the chosen host. */
final class SetUpPage {
    private SetUpPage() {}

    static Page of(View view, Query query) {
        Choice choice = Choice.of(query, view.settings());
        Html main = Html.several()
                .has(Html.of("h1").says("Set up a router"))
                .has(Html.of("p")
                        .with("class", "lead")
                        .says("Choose a host and what shall keep its addresses, or prove its name to a CA."));
        main.has(form(view, choice));
        Target target = choice.target();
        if (target != null) {
            main.has(text(view, choice.client(), target));
        }
        return view.page("Set up a router", "/set-up", main);
    }

    private static Html form(View view, Choice choice) {
        Html form =
                Html.of("form").with("method", "get").with("action", "/set-up").with("class", "card choose");
        if (choice.problem() != null) {
            form.has(Html.of("p")
                    .with("class", "alert bad")
                    .with("role", "alert")
                    .with("id", "problem")
                    .says(choice.problem()));
        }
        Html host = Html.of("input")
                .with("id", "host")
                .with("name", "host")
                .with("list", "hosts")
                .with("value", choice.host())
                .with("autocomplete", "off")
                .with("autocapitalize", "none")
                .with("spellcheck", "false")
                .with("placeholder", "home.example.com")
                .with("required");
        if (choice.problem() != null) {
            host.with("aria-describedby", "problem").with("aria-invalid", "true");
        }
        return form.has(
                field("host", "Host", host, hosts(view)),
                field("client", "Router or program", clients(choice), Html.several()),
                field("user", "User", users(view, choice), Html.several()),
                Html.of("button").with("type", "submit").says("Show what to type"));
    }

    private static Html field(String id, String label, Html input, Html more) {
        return Html.of("div").has(Html.of("label").with("for", id).says(label), input, more);
    }

    private static Html hosts(View view) {
        Html list = Html.of("datalist").with("id", "hosts");
        TreeSet<String> names = new TreeSet<>();
        HostSets.all(view.status(), view.settings().users())
                .forEach(host -> names.add(host.host().toString()));
        view.settings().users().stream()
                .flatMap(user -> user.challenges().stream())
                .forEach(name -> names.add(name.toString()));
        names.forEach(name -> list.has(Html.of("option").with("value", name)));
        return list;
    }

    private static Html clients(Choice choice) {
        Html select = Html.of("select").with("id", "client").with("name", "client");
        for (Client.Kind kind : Client.Kind.values()) {
            Html group = Html.of("optgroup").with("label", kind.label());
            Stream.of(Client.values())
                    .filter(client -> client.kind() == kind)
                    .forEach(client -> group.has(option(client.word(), client.label(), client == choice.client())));
            select.has(group);
        }
        return select;
    }

    private static Html users(View view, Choice choice) {
        Html select = Html.of("select").with("id", "user").with("name", "user");
        select.has(option("", "Whoever may", choice.user().isEmpty()));
        for (User user : view.settings().users()) {
            select.has(
                    option(user.name(), user.name() + rights(user), user.name().equals(choice.user())));
        }
        return select;
    }

    private static String rights(User user) {
        String hosts = String.join(
                ", ",
                user.hosts().stream()
                        .map(HostGrant::hosts)
                        .map(Object::toString)
                        .limit(3)
                        .toList());
        return hosts.isEmpty() ? "" : " (" + hosts + (user.hosts().size() > 3 ? ", …" : "") + ")";
    }

    private static Html option(String value, String label, boolean chosen) {
        Html option = Html.of("option").with("value", value).says(label);
        return chosen ? option.with("selected") : option;
    }

    private static Html text(View view, Client client, Target target) {
        Html text = Html.of("section").with("class", "guide").with("aria-labelledby", "guide");
        text.has(Html.of("h2").with("id", "guide").says(client.label() + " for " + target.host()));
        if (PublicUrl.of(view.settings()).guessed()) {
            text.has(Warnings.warning("This server does not know its own name. Put it in place of " + PublicUrl.UNKNOWN
                    + ", or set 'public-url' under 'admin' in the configuration."));
        }
        if (!target.server().secure()) {
            text.has(Warnings.warning(
                    "The password crosses the network readable, because the server is spoken to by plain http."));
        }
        return text.has(GuideText.of(SetUps.guide(client, target)));
    }
}
