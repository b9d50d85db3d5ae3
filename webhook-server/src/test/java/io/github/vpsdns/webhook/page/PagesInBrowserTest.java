// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static io.github.vpsdns.webhook.page.Samples.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.webhook.auth.SignIn;
import io.github.vpsdns.webhook.page.session.AdminDoorway;
import io.github.vpsdns.webhook.page.setup.Client;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.HistoryBook;
import io.github.vpsdns.webhook.store.HostKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages as people meet them. Pictures of them are in {@code target/screenshots}. */
@NeedsPrograms({"chromium", "chromedriver"})
@TestInstance(Lifecycle.PER_CLASS)
class PagesInBrowserTest {
    private final ManualTime time = new ManualTime();
    private final Incidents incidents = new Incidents(time);
    private EndpointServer server;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path profile) throws IOException {
        AdminDoorway doorway = new AdminDoorway(
                (password, client) -> CompletableFuture.completedFuture(
                        password.equals("right") ? new SignIn.Welcome() : new SignIn.Refused()),
                () -> "hash",
                time);
        server = new EndpointServer(new AdminPages(this::status, this::settings, new Past(), incidents, doorway, time));
        browser = new Browser(profile);
        incidents.onEvent(new WebhookEvent.Denied("camera", address("203.0.113.99"), "wrong password"));
        incidents.onEvent(new WebhookEvent.Denied("camera", address("203.0.113.99"), "wrong password"));
        incidents.onEvent(new WebhookEvent.ApiClosed("The API asks to wait.", Samples.NOW.plusSeconds(60)));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    @BeforeEach
    void signIn() {
        browser.size(1200);
        browser.colours("light");
        browser.open(server.url() + "/");
        if (!browser.all("#password").isEmpty()) {
            browser.leave(() -> browser.find("#password").sendKeys("right", Keys.ENTER));
        }
        browser.complaints();
    }

    @AfterEach
    void nothingWasBlocked() {
        assertThat(browser.complaints())
                .filteredOn(line -> line.contains("Content Security Policy"))
                .isEmpty();
    }

    @Test
    void signsInAndOut() throws IOException {
        browser.leave(() -> browser.find("header button").click());
        assertThat(browser.find("h1").getText()).isEqualTo("Sign in");
        browser.shoot("sign-in");

        browser.find("#password").sendKeys("right");
        browser.leave(() -> browser.find("main button").click());

        assertThat(browser.find("h1").getText()).isEqualTo("Hosts");
    }

    @Test
    void tellsOfAWrongPassword() throws IOException {
        browser.leave(() -> browser.find("header button").click());
        browser.leave(() -> browser.find("#password").sendKeys("left", Keys.ENTER));

        assertThat(browser.find("[role=alert]").getText()).isEqualTo("Wrong password. Try again.");
        assertThat(browser.focused().getAttribute("id")).isEqualTo("password");
        browser.shoot("wrong-password");
    }

    @Test
    void goesOnWhereOneWantedToGo() {
        browser.leave(() -> browser.find("header button").click());
        browser.open(server.url() + "/set-up?host=home.example.com&client=curl");
        browser.leave(() -> browser.find("#password").sendKeys("right", Keys.ENTER));

        assertThat(browser.url()).endsWith("/set-up?host=home.example.com&client=curl");
    }

    @Test
    void listsTheHosts() throws IOException {
        assertThat(browser.all("tbody tr"))
                .extracting(WebElement::getText)
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "home.example.com",
                                "203.0.113.7",
                                "2001:db8:4f2a:1c00:9e3b:12ff:fe56:7890",
                                "Up to date"));
        browser.shoot("hosts");
    }

    @Test
    void showsThePastOfAHost() throws IOException {
        browser.leave(() -> browser.find("a[href='/hosts/home.example.com']").click());

        assertThat(browser.find("svg.chart").getAttribute("aria-label"))
                .startsWith("IPv4 addresses of home.example.com: 9 changes in ");
        assertThat(browser.all("section[aria-labelledby=ipv4] tbody tr")).hasSize(9);
        browser.shoot("host");
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void saysWhatToType(Client client) throws IOException {
        browser.open(server.url() + "/set-up");
        browser.find("#host").sendKeys("home.example.com");
        browser.find("#client option[value='" + client.word() + "']").click();
        browser.leave(() -> browser.find("main button").click());

        assertThat(browser.find("#guide").getText()).isEqualTo(client.label() + " for home.example.com");
        assertThat(browser.find("section.guide").getText()).contains("dyn.example.com", "YOUR-PASSWORD");
        browser.shoot("set-up-" + client.word());
    }

    @Test
    void saysThatNobodyMayUpdateAHost() throws IOException {
        browser.open(server.url() + "/set-up?host=other.example.net&client=fritzbox");

        assertThat(browser.find("[role=alert]").getText()).startsWith("No user may update other.example.net.");
        browser.shoot("set-up-refused");
    }

    @Test
    void tellsOfTrouble() throws IOException {
        browser.leave(() -> browser.find("nav a[href='/trouble']").click());

        assertThat(browser.find("main").getText())
                .contains(
                        "camera from 203.0.113.99 was not let in: wrong password",
                        "2 times since",
                        "A CNAME is in the way");
        browser.shoot("trouble");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hosts/home.example.com",
                "/set-up?host=home.example.com&client=certbot",
                "/set-up?host=home.example.com&client=fritzbox",
                "/trouble"
            })
    void fitsANarrowWindow(String path) throws IOException {
        browser.size(360);
        browser.open(server.url() + path);

        assertThat((Number) browser.ask("return document.documentElement.scrollWidth"))
                .isEqualTo(360L);
        browser.shoot("narrow" + path.replaceAll("[^a-z]+", "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hosts/home.example.com", "/set-up?host=home.example.com&client=openwrt", "/trouble"})
    void isReadableInTheDark(String path) throws IOException {
        browser.colours("dark");
        browser.open(server.url() + path);

        assertThat(browser.ask("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(19, 23, 27)");
        assertThat(lowContrasts()).isEmpty();
        browser.shoot("dark" + path.replaceAll("[^a-z]+", "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hosts/home.example.com", "/set-up?host=home.example.com&client=openwrt", "/trouble"})
    void isReadableInTheLight(String path) {
        browser.open(server.url() + path);

        assertThat(lowContrasts()).isEmpty();
    }

    @Test
    void worksWithTheKeyboardAlone() {
        browser.press(Keys.TAB);
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Skip to the content");
        browser.press(Keys.TAB);
        assertThat(browser.focused().getAccessibleName()).isEqualTo("Hosts");
        browser.press(Keys.TAB);
        browser.leave(() -> browser.press(Keys.ENTER));

        assertThat(browser.find("h1").getText()).isEqualTo("Set up a router");
    }

    @Test
    void skipsToTheContent() {
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);

        assertThat(browser.focused().getTagName()).isEqualTo("main");
    }

    @Test
    void labelsAllFields() {
        browser.open(server.url() + "/set-up");

        assertThat(browser.all("main input:not([type=hidden]), main select"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.getAccessibleName()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hosts/home.example.com", "/set-up?host=home.example.com&client=curl", "/trouble"})
    void leavesTheConsoleEmpty(String path) {
        browser.open(server.url() + path);

        assertThat(browser.complaints()).isEmpty();
    }

    /** Texts with less contrast than WCAG 2.2 asks for at level AA, 4.5 to 1. */
    private List<?> lowContrasts() {
        return (List<?>) browser.ask("""
                const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
                const light = c => {
                  const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                const back = e => {
                  for (; e; e = e.parentElement) {
                    const c = parse(getComputedStyle(e).backgroundColor);
                    if (c.length === 3 || c[3] > 0) return c;
                  }
                  return [255, 255, 255];
                };
                const low = [];
                for (const e of document.querySelectorAll('body *')) {
                  if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
                  const [a, b] = [light(parse(getComputedStyle(e).color)), light(back(e))];
                  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                  if (ratio < 4.5) low.push(e.tagName + ' ' + e.textContent + ' ' + ratio.toFixed(2));
                }
                return low;
                """);
    }

    private WebhookStatus status() {
        return Samples.status(
                new ApiState(null, null),
                List.of(new Lockout("203.0.113.99", 112, Samples.NOW.plus(Duration.ofMinutes(9)))),
                Samples.stuck("camera.example.com", "198.51.100.4", "A CNAME is in the way at camera.example.com."),
                Samples.well("home.example.com", Duration.ofMinutes(3), "203.0.113.7"),
                Samples.well("home.example.com", Duration.ofMinutes(3), "2001:db8:4f2a:1c00:9e3b:12ff:fe56:7890"),
                Samples.waiting("nas.example.com", "203.0.113.7", "198.51.100.9"),
                Samples.well(
                        "very-long-name-of-a-machine.in-the-cellar.dyn.example.com",
                        Duration.ofDays(40),
                        "192.0.2.200"));
    }

    private WebhookSettings settings() {
        return Samples.settings(
                "https://dyn.example.com",
                Samples.user("fritzbox", "home.example.com nas.example.com *.dyn.example.com", "home.example.com"),
                Samples.user("camera", "camera.example.com new.example.com"));
    }

    /** Nine changes of home.example.com, none of others. */
    private static final class Past implements HistoryBook {
        @Override
        public List<Change> last(HostKey key, int most) {
            List<Change> changes = new ArrayList<>();
            if (!key.host().toString().equals("home.example.com")) {
                return changes;
            }
            Instant at = Samples.NOW.minus(Duration.ofDays(30));
            long[] hours = {24, 24, 24, 240, 24, 3, 2, 300, 40};
            for (int i = 0; i < hours.length; i++) {
                String text = key.family() == Family.IPV4
                        ? "203.0.113." + (20 + i)
                        : "2001:db8:4f2a:" + (1000 + i) + ":9e3b:12ff:fe56:7890";
                changes.add(new Change(key, at, List.of(address(text)), "fritzbox", text));
                at = at.plus(Duration.ofHours(hours[i]));
            }
            Collections.reverse(changes);
            return changes;
        }

        @Override
        public void prune(int keep) {}
    }
}
