// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static io.github.vpsdns.cli.webhook.service.Samples.CHALLENGE;
import static io.github.vpsdns.cli.webhook.service.Samples.CLIENT;
import static io.github.vpsdns.cli.webhook.service.Samples.HOME;
import static io.github.vpsdns.cli.webhook.service.Samples.LATER;
import static io.github.vpsdns.cli.webhook.service.Samples.answered;
import static io.github.vpsdns.cli.webhook.service.Samples.changed;
import static io.github.vpsdns.cli.webhook.service.Samples.ip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.Globals;
import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.report.WebhookEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ManualTime time = new ManualTime();
    private final List<String> notices = new ArrayList<>();
    private final Telling telling =
            new Telling(new ServerLog(frame()), new Repeats(time), notice -> notices.add(notice.event()), false);

    @Test
    void saysEachChange() {
        tell(changed("192.0.2.2"), changed("192.0.2.3"));

        assertThat(said())
                .containsExactly(
                        "home.example.com IPv4: 192.0.2.2 (was 192.0.2.1), said box from 203.0.113.9",
                        "home.example.com IPv4: 192.0.2.3 (was 192.0.2.1), said box from 203.0.113.9");
        assertThat(notices).containsExactly("changed", "changed");
    }

    @Test
    void saysOnceWhyAnUpdateWaitsUntilItIsWritten() {
        WebhookEvent late = new WebhookEvent.Delayed(HOME, "the API is away", LATER);

        tell(late, late, changed("192.0.2.2"), late);

        assertThat(said().stream().filter(line -> line.contains("not written yet")))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "home.example.com IPv4: not written yet: the API is away; next attempt 2026-01-01T00:05:00Z");
    }

    @Test
    void saysThatTheApiIsCalledAgainOnlyWhereItWasSaidThatItIsNot() {
        WebhookEvent closed = new WebhookEvent.ApiClosed("502", LATER);

        tell(new WebhookEvent.ApiOpened(), closed, new WebhookEvent.ApiOpened(), closed, new WebhookEvent.ApiOpened());

        assertThat(said())
                .containsExactly("the API is not called until 2026-01-01T00:05:00Z: 502", "the API is called again");
        assertThat(notices).isEmpty();
    }

    @Test
    void noticesARefusedTokenAndItsReplacement() {
        tell(new WebhookEvent.ApiClosed("401", null), new WebhookEvent.ApiOpened());

        assertThat(notices).containsExactly("api-refused", "api-opened");
    }

    @Test
    void strangersCannotFillTheLog() {
        for (int i = 0; i < 200; i++) {
            tell(
                    new WebhookEvent.Denied(null, ip("198.51.100." + i), "no such user"),
                    new WebhookEvent.LockedOut("198.51.100." + i, LATER),
                    new WebhookEvent.BadRequest(ip("198.51.100." + i), "no HTTP"));
        }

        assertThat(said()).hasSizeLessThan(25);
    }

    @Test
    void saysWhoWasNotLetInAndWhy() {
        tell(
                new WebhookEvent.Denied("box", CLIENT, "the password is wrong"),
                new WebhookEvent.Refused("box", CLIENT, "not.example.com is not theirs"));

        assertThat(said())
                .containsExactly(
                        "box from 203.0.113.9 was not let in: the password is wrong",
                        "box from 203.0.113.9: not.example.com is not theirs");
    }

    @Test
    void warnsOnceOfEachUserWhosePasswordCanBeRead() {
        tell(
                answered("/nic/update", "box", false, 200),
                answered("/nic/update", "box", false, 200),
                answered("/nic/update", "nas", true, 200),
                answered("/nic/update", null, false, 401));

        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("box sends its password over plain http, which others on the way can read");
    }

    @Test
    void tellsOfChallengesDriftTheDatabaseAndTheCertificate() {
        tell(
                new WebhookEvent.Presented(CHALLENGE, "box"),
                new WebhookEvent.Withdrawn(CHALLENGE, "box", true),
                new WebhookEvent.ChallengeFailed(CHALLENGE, "box", "no zone"),
                new WebhookEvent.Drifted(HOME, List.of(ip("192.0.2.1")), List.of(), true),
                new WebhookEvent.GivenUp(HOME, "no zone"),
                new WebhookEvent.StoreFailed("disk full"),
                new WebhookEvent.StoreWell(),
                new WebhookEvent.CertificateShown(LATER),
                new WebhookEvent.CertificateFailed("no such file"));

        assertThat(said())
                .containsExactly(
                        "_acme-challenge.home.example.com: a challenge is answered for box",
                        "_acme-challenge.home.example.com: a challenge value of box is removed, since nobody took it away",
                        "_acme-challenge.home.example.com: a challenge value of box could not be written or removed: no zone",
                        "home.example.com IPv4: somebody else made it nothing instead of 192.0.2.1, which is put right",
                        "home.example.com IPv4: not written, and not tried again before it is asked for: no zone",
                        "the database cannot be used, so no update is taken: disk full",
                        "the database can be used again",
                        "the server's certificate ends 2026-01-01T00:05:00Z",
                        "no new certificate, the former one goes on: no such file");
        assertThat(notices).containsExactly("drift", "given-up", "store-failed", "store-well", "certificate-failed");
    }

    private void tell(WebhookEvent... events) {
        List.of(events).forEach(telling::onEvent);
    }

    private List<String> said() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Frame frame() {
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        Host host = new Host(Map.of("JOURNAL_STREAM", "8:1"), "", Path.of("/"), time);
        return new Frame(new Terminal(to, to, Screen.NONE, host), new Globals());
    }
}
