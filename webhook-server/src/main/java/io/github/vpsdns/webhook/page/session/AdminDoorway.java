// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.session;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.auth.AdminDoor;
import io.github.vpsdns.webhook.auth.SignIn;
import io.github.vpsdns.webhook.auth.UserPass;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Lets people and programs to what only the administrator may see. Thread-safe.
 *
 * <p>People have a session in a cookie, programs such as Prometheus send the password with every request (RFC 7617, any user name).
 * A session ends after 12 hours, with a restart, and when the password is changed.
 */
public final class AdminDoorway {
    private static final String COOKIE = "vpsdns-session";
    private static final String BASIC = "basic ";

    private final AdminDoor door;
    private final Supplier<String> password;
    private final Sessions sessions;

    /**
     * Makes a doorway without any sessions.
     *
     * @param door verifies passwords
     * @param password what the password is now, as a hash: sessions end when it changes
     * @param time the clock that sessions go by
     */
    public AdminDoorway(AdminDoor door, Supplier<String> password, Timekeeper time) {
        this.door = door;
        this.password = password;
        this.sessions = new Sessions(time);
    }

    /**
     * Finds the session of a request.
     *
     * @param call the request
     * @return its session, or empty if it has none that is in force
     */
    public Optional<Session> session(Call call) {
        return cookie(call).flatMap(id -> sessions.find(id, password.get()));
    }

    /**
     * Verifies a typed password.
     *
     * @param typed the password
     * @param call the request that brought it
     * @return whether it is right; a failure means a fault of ours
     */
    public CompletionStage<SignIn> verify(String typed, Call call) {
        return door.admit(typed, call.client());
    }

    /**
     * Begins a session in place of the one that the request has, after its password was verified.
     *
     * @param call the request
     * @return the value of a {@code Set-Cookie} field
     */
    public String begin(Call call) {
        cookie(call).ifPresent(sessions::end);
        return setCookie(sessions.begin(password.get()), Sessions.LIFE.toSeconds(), call.secure());
    }

    /**
     * Ends the session of a request, if it has one.
     *
     * @param call the request
     * @return the value of a {@code Set-Cookie} field
     */
    public String end(Call call) {
        cookie(call).ifPresent(sessions::end);
        return setCookie("", 0, call.secure());
    }

    /**
     * Lets only those with a session or with the password in the request to an endpoint; asks others for it.
     *
     * @param inner what is guarded
     * @return the endpoint with its guard
     */
    public Endpoint guarding(Endpoint inner) {
        return call -> {
            if (session(call).isPresent()) {
                return inner.answer(call);
            }
            Optional<String> given = basicPassword(call);
            if (given.isEmpty()) {
                return CompletableFuture.completedFuture(challenge("the administrator's password is needed"));
            }
            return verify(given.get(), call).thenCompose(admission -> switch (kind(admission)) {
                case IN -> inner.answer(call);
                case WRONG -> CompletableFuture.completedFuture(challenge("wrong password"));
                case NOT_NOW ->
                    CompletableFuture.completedFuture(
                            Reply.text(429, "too many wrong passwords, or too busy; try again later\n"));
            });
        };
    }

    private enum Kind {
        IN,
        WRONG,
        NOT_NOW
    }

    private static Kind kind(SignIn admission) {
        if (admission instanceof SignIn.Welcome) {
            return Kind.IN;
        }
        return admission instanceof SignIn.Refused ? Kind.WRONG : Kind.NOT_NOW;
    }

    private static Reply challenge(String why) {
        return Reply.text(401, why + "\n")
                .with("WWW-Authenticate", "Basic realm=\"vpsdns admin\", charset=\"UTF-8\"")
                .with("Cache-Control", "no-store");
    }

    private static Optional<String> basicPassword(Call call) {
        return call.headers()
                .first("Authorization")
                .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(BASIC))
                .flatMap(field ->
                        UserPass.decoded(field.substring(BASIC.length()).strip()))
                .map(readings -> readings.get(0).password());
    }

    private static Optional<String> cookie(Call call) {
        for (String field : call.headers().all("Cookie")) {
            for (String pair : field.split(";", -1)) {
                String trimmed = pair.strip();
                if (trimmed.startsWith(COOKIE + "=")) {
                    return Optional.of(trimmed.substring(COOKIE.length() + 1)).filter(id -> !id.isEmpty());
                }
            }
        }
        return Optional.empty();
    }

    private static String setCookie(String value, long seconds, boolean secure) {
        return COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
