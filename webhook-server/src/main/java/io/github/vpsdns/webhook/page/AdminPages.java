// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.auth.SignIn;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Query;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.page.session.AdminDoorway;
import io.github.vpsdns.webhook.page.session.Session;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.HistoryBook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The pages for people: {@code /} (the sign-in, then all hosts), {@code /hosts/<name>}, {@code /set-up}, {@code /trouble}, the forms
 * {@code /sign-in} and {@code /sign-out}, and {@code /style.css} and {@code /icon.svg}. Thread-safe.
 *
 * <p>To be served at the administrator's address only. Without a session nothing is shown but the sign-in.
 */
public final class AdminPages implements Endpoint, AutoCloseable {
    private static final String HOME = "/";
    private static final String HOSTS = "/hosts/";

    private final Supplier<WebhookStatus> status;
    private final Supplier<WebhookSettings> settings;
    private final Past past;
    private final Incidents incidents;
    private final AdminDoorway doorway;
    private final Timekeeper time;

    /**
     * Makes the pages.
     *
     * @param status how the server stands; does not wait
     * @param settings what it is to do now
     * @param history the past of each host
     * @param incidents what went wrong
     * @param doorway who is let in
     * @param time for "3 minutes ago"
     */
    public AdminPages(
            Supplier<WebhookStatus> status,
            Supplier<WebhookSettings> settings,
            HistoryBook history,
            Incidents incidents,
            AdminDoorway doorway,
            Timekeeper time) {
        this.status = status;
        this.settings = settings;
        this.past = new Past(history);
        this.incidents = incidents;
        this.doorway = doorway;
        this.time = time;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        return switch (call.method()) {
            case "GET", "HEAD" -> get(call);
            case "POST" -> post(call);
            default -> now(Reply.text(405, "only GET and POST\n").with("Allow", "GET, HEAD, POST"));
        };
    }

    private CompletionStage<Reply> get(Call call) {
        Optional<Reply> asset = Assets.find(call.path());
        if (asset.isPresent()) {
            return now(asset.get());
        }
        Optional<Session> session = doorway.session(call);
        if (session.isPresent()) {
            return inside(call, session.get());
        }
        if (call.path().equals(HOME)) {
            String next = Forms.next(call.parameters().first("next").orElse(HOME));
            return now(Frame.reply(SignInPage.empty(next)));
        }
        String asked = call.path() + (call.query().isEmpty() ? "" : "?" + call.query());
        return now(Frame.redirect("/?next=" + URLEncoder.encode(Forms.next(asked), StandardCharsets.UTF_8)));
    }

    private CompletionStage<Reply> inside(Call call, Session session) {
        View view = new View(session, status.get(), settings.get(), time.now());
        if (call.path().startsWith(HOSTS)) {
            return host(view, call.path().substring(HOSTS.length()));
        }
        return switch (call.path()) {
            case HOME -> now(Frame.reply(OverviewPage.of(view)));
            case "/set-up" -> now(Frame.reply(SetUpPage.of(view, call.parameters())));
            case "/trouble" -> now(Frame.reply(TroublePage.of(view, incidents)));
            case "/sign-in", "/sign-out" -> now(Frame.redirect(HOME));
            default -> now(Frame.reply(MissingPage.of(session)));
        };
    }

    private CompletionStage<Reply> host(View view, String name) {
        Optional<HostSets> found =
                HostSets.named(name, view.status(), view.settings().users());
        if (found.isEmpty()) {
            return now(Frame.reply(MissingPage.of(view.session(), "No such host has been updated here.")));
        }
        HostSets host = found.get();
        return past.of(host.host())
                .thenApply(changes -> Frame.reply(HostPage.of(view, host, changes)))
                .exceptionally(e -> Frame.reply(MissingPage.later(view.session())));
    }

    private CompletionStage<Reply> post(Call call) {
        return switch (call.path()) {
            case "/sign-in" -> signIn(call);
            case "/sign-out" -> now(signOut(call));
            default -> now(Reply.text(405, "nothing can be posted here\n").with("Allow", "GET, HEAD"));
        };
    }

    private CompletionStage<Reply> signIn(Call call) {
        Query form = Forms.fields(call);
        String next = Forms.next(form.first("next").orElse(HOME));
        if (!Forms.isOwn(call)) {
            return now(Frame.reply(SignInPage.foreign(next)));
        }
        return doorway.verify(form.first("password").orElse(""), call)
                .thenApply(admission -> admission instanceof SignIn.Welcome
                        ? Frame.redirect(next).with("Set-Cookie", doorway.begin(call))
                        : Frame.reply(SignInPage.again(next, admission, time.now())));
    }

    private Reply signOut(Call call) {
        boolean meant = doorway.session(call)
                .map(session -> Forms.isOwn(call)
                        && session.made(Forms.fields(call).first("token").orElse("")))
                .orElse(true);
        return meant
                ? Frame.redirect(HOME).with("Set-Cookie", doorway.end(call))
                : Frame.reply(SignInPage.foreign(HOME));
    }

    /** Ends what reads the history. */
    @Override
    public void close() {
        past.close();
    }

    private static CompletionStage<Reply> now(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
