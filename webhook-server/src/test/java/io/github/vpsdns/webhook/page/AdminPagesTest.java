// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.auth.SignIn;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.page.session.AdminDoorway;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.MemoryStore;
import io.github.vpsdns.webhook.store.Wish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminPagesTest {
    private final ManualTime time = new ManualTime();
    private final MemoryStore store = new MemoryStore(time);
    private SignIn wrong = new SignIn.Refused();
    private final AdminDoorway doorway = new AdminDoorway(
            (password, client) ->
                    CompletableFuture.completedFuture(password.equals("right") ? new SignIn.Welcome() : wrong),
            () -> "hash",
            time);
    private final AdminPages pages = new AdminPages(
            () -> Samples.status(Samples.well("home.example.com", Duration.ofDays(1), "203.0.113.7")),
            () -> Samples.settings("https://dyn.example.com"),
            store.history(),
            new Incidents(time),
            doorway,
            time);

    @Test
    void asksForThePasswordFirst() {
        Reply reply = get("/", null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).contains("type=\"password\"").doesNotContain("home.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hosts/home.example.com", "/set-up", "/trouble", "/nowhere"})
    void showsNothingWithoutASession(String path) {
        Reply reply = get(path, null);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers().get("Location")).startsWith("/?next=%2F");
    }

    @Test
    void showsTheHostsAfterTheSignIn() {
        Reply signedIn = signIn("right", Map.of());

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.headers()).containsEntry("Location", "/");
        assertThat(text(get("/", cookie(signedIn)))).contains("home.example.com");
    }

    @Test
    void guardsTheCookie() {
        assertThat(signIn("right", Map.of()).headers().get("Set-Cookie"))
                .matches("vpsdns-session=[A-Za-z0-9_-]{43}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict");
    }

    @Test
    void keepsTheCookieOfASecureCallToSecureCalls() {
        Call call = call("POST", "/sign-in", "password=right", Map.of(), true);

        assertThat(answer(call).headers().get("Set-Cookie")).endsWith("; Secure");
    }

    @Test
    void goesToThePageThatWasAskedFor() {
        Reply reply =
                answer(call("POST", "/sign-in", "password=right&next=/set-up%3Fhost=a.example.com", Map.of(), false));

        assertThat(reply.headers()).containsEntry("Location", "/set-up?host=a.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/%5Cevil.example",
                "javascript:alert(1)",
                "/a%0D%0AX: y"
            })
    void goesNowhereElse(String next) {
        Reply reply = answer(call("POST", "/sign-in", "password=right&next=" + next, Map.of(), false));

        assertThat(reply.headers()).containsEntry("Location", "/");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        Reply reply = signIn("left", Map.of());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(text(reply)).contains("Wrong password").doesNotContain("left");
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void saysHowLongALockOutLasts() {
        wrong = new SignIn.LockedOut(time.now().plus(Duration.ofMinutes(15)));

        Reply reply = signIn("left", Map.of());

        assertThat(reply.status()).isEqualTo(429);
        assertThat(text(reply)).contains("in 15 minutes").contains("1 Jan 2026, 00:15:00 UTC");
    }

    @Test
    void saysThatItCannotVerifyNow() {
        wrong = new SignIn.Busy();

        assertThat(signIn("left", Map.of()).status()).isEqualTo(503);
    }

    @Test
    void takesNoSignInFromAnotherSite() {
        Reply reply =
                signIn("right", Map.of("Origin", List.of("https://evil.example"), "Host", List.of("127.0.0.1:9246")));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void takesNoSignInThatTheBrowserCallsForeign() {
        assertThat(signIn("right", Map.of("Sec-Fetch-Site", List.of("cross-site")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takesASignInOfItsOwnPage() {
        Reply reply = signIn(
                "right",
                Map.of(
                        "Origin",
                        List.of("http://127.0.0.1:9246"),
                        "Host",
                        List.of("127.0.0.1:9246"),
                        "Sec-Fetch-Site",
                        List.of("same-origin")));

        assertThat(reply.status()).isEqualTo(303);
    }

    @Test
    void signsOutWithItsOwnForm() {
        String cookie = cookie(signIn("right", Map.of()));
        String token = text(get("/", cookie)).replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");

        Reply reply = answer(call("POST", "/sign-out", "token=" + token, Map.of("Cookie", List.of(cookie)), false));

        assertThat(reply.headers().get("Set-Cookie")).startsWith("vpsdns-session=; Path=/; Max-Age=0;");
        assertThat(text(get("/", cookie))).contains("type=\"password\"");
    }

    @Test
    void staysSignedInWithoutTheFormsToken() {
        String cookie = cookie(signIn("right", Map.of()));

        Reply reply = answer(call("POST", "/sign-out", "token=guessed", Map.of("Cookie", List.of(cookie)), false));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(text(get("/", cookie))).contains("home.example.com");
    }

    @Test
    void endsTheFormerSessionWithANewSignIn() {
        String former = cookie(signIn("right", Map.of()));
        signIn("right", Map.of("Cookie", List.of(former)));

        assertThat(text(get("/", former))).contains("type=\"password\"");
    }

    @Test
    void allowsNothingButItsOwnStyle() {
        assertThat(get("/", null).headers())
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "same-origin");
    }

    @Test
    void servesItsStyle() {
        Reply reply = get("/style.css", null);

        assertThat(reply.type()).startsWith("text/css");
        assertThat(text(reply)).contains("prefers-color-scheme: dark").doesNotContain("http");
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        assertThat(get("/nowhere", cookie(signIn("right", Map.of()))).status()).isEqualTo(404);
    }

    @Test
    void showsThePastOfAHost() {
        HostKey key = Samples.key("home.example.com", Family.IPV4);
        Wish wish =
                store.hosts().accept(key, Samples.addresses("203.0.113.7"), "fritzbox", Samples.address("192.0.2.9"));
        store.hosts().claim(key, Duration.ofMinutes(1));
        store.hosts().finished(key, wish, null, Samples.known(Duration.ZERO, "203.0.113.7"));

        assertThat(text(get("/hosts/home.example.com", cookie(signIn("right", Map.of())))))
                .contains("<svg class=\"chart\"", "fritzbox", "192.0.2.9");
    }

    @Test
    void saysThatTheHistoryCannotBeReadNow() {
        store.failing(true);

        assertThat(get("/hosts/home.example.com", cookie(signIn("right", Map.of())))
                        .status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hosts/other.example.com", "/hosts/", "/hosts/../etc/passwd", "/hosts/<script>"})
    void knowsNoOtherHosts(String path) {
        Reply reply = get(path, cookie(signIn("right", Map.of())));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(text(reply)).doesNotContain("<script");
    }

    @Test
    void refusesOtherMethods() {
        assertThat(answer(call("DELETE", "/", "", Map.of(), false)).status()).isEqualTo(405);
    }

    private Reply signIn(String password, Map<String, List<String>> headers) {
        return answer(call("POST", "/sign-in", "password=" + password + "&next=/", headers, false));
    }

    private Reply get(String path, String cookie) {
        return answer(call("GET", path, "", cookie == null ? Map.of() : Map.of("Cookie", List.of(cookie)), false));
    }

    private Reply answer(Call call) {
        return pages.answer(call).toCompletableFuture().join();
    }

    private static Call call(
            String method, String path, String body, Map<String, List<String>> headers, boolean secure) {
        return new Call(
                method,
                path,
                "",
                new Headers(new HashMap<>(headers)),
                body.getBytes(StandardCharsets.UTF_8),
                Samples.address("192.0.2.1"),
                secure);
    }

    private static String cookie(Reply reply) {
        return reply.headers().get("Set-Cookie").replaceAll(";.*", "");
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
