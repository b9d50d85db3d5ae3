// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static io.github.vpsdns.cli.webhook.service.Samples.CHALLENGE;
import static io.github.vpsdns.cli.webhook.service.Samples.CLIENT;
import static io.github.vpsdns.cli.webhook.service.Samples.LATER;
import static io.github.vpsdns.cli.webhook.service.Samples.answered;
import static io.github.vpsdns.cli.webhook.service.Samples.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.report.WebhookEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    private Path directory;

    private final ManualTime time = new ManualTime();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private String now = "";
    private Path file = Path.of("");

    @BeforeEach
    void names() {
        file = directory.resolve("audit.jsonl");
        now = time.now().toString();
    }

    @Test
    void saysWhoDidWhatFromWhere() throws IOException {
        tell(
                changed("192.0.2.2"),
                new WebhookEvent.Denied("box", CLIENT, "the password is wrong"),
                new WebhookEvent.Denied(null, CLIENT, "there is no such user"),
                new WebhookEvent.LockedOut("box", LATER),
                new WebhookEvent.Refused("box", CLIENT, "a.example.com is not theirs"),
                new WebhookEvent.Presented(CHALLENGE, "box"),
                new WebhookEvent.Withdrawn(CHALLENGE, "box", false),
                new WebhookEvent.ChallengeFailed(CHALLENGE, "box", "no zone"),
                new WebhookEvent.BadRequest(CLIENT, "no HTTP"),
                answered("/nic/update", "box", true, 503));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        line(
                                "changed",
                                "\"user\":\"box\",\"client\":\"203.0.113.9\",\"name\":\"home.example.com\","
                                        + "\"family\":\"ipv4\",\"before\":[\"192.0.2.1\"],\"now\":[\"192.0.2.2\"]"),
                        line(
                                "denied",
                                "\"user\":\"box\",\"client\":\"203.0.113.9\",\"message\":\"the password is wrong\""),
                        line("denied", "\"client\":\"203.0.113.9\",\"message\":\"there is no such user\""),
                        line("locked-out", "\"subject\":\"box\",\"until\":\"2026-01-01T00:05:00Z\""),
                        line(
                                "refused",
                                "\"user\":\"box\",\"client\":\"203.0.113.9\","
                                        + "\"message\":\"a.example.com is not theirs\""),
                        line("presented", "\"user\":\"box\",\"name\":\"_acme-challenge.home.example.com\""),
                        line(
                                "withdrawn",
                                "\"user\":\"box\",\"name\":\"_acme-challenge.home.example.com\","
                                        + "\"expired\":false"),
                        line(
                                "challenge-failed",
                                "\"user\":\"box\",\"name\":\"_acme-challenge.home.example.com\","
                                        + "\"message\":\"no zone\""),
                        line("bad-request", "\"client\":\"203.0.113.9\",\"message\":\"no HTTP\""),
                        line(
                                "failed",
                                "\"user\":\"box\",\"client\":\"203.0.113.9\",\"method\":\"GET\","
                                        + "\"path\":\"/nic/update\",\"status\":503"));
    }

    @Test
    void leavesOutWhatNobodyDidAndWhatWentWell() throws IOException {
        tell(
                new WebhookEvent.ApiOpened(),
                new WebhookEvent.StoreFailed("disk full"),
                answered("/nic/update", "box", true, 200),
                answered("/nic/update", null, true, 401));

        assertThat(file).isEmptyFile();
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        tell(changed("192.0.2.2"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void addsToWhatIsThere() throws IOException {
        tell(changed("192.0.2.2"));
        tell(changed("192.0.2.3"));

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void beginsAnewWhereItWasMovedAway() throws IOException {
        Path moved = directory.resolve("audit.jsonl.1");
        try (AuditLog log = new AuditLog(time, complaints::add)) {
            log.use(file);
            Files.move(file, moved);
            log.use(file);
            log.onEvent(changed("192.0.2.2"));
        }

        assertThat(moved).isEmptyFile();
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void strangersCannotFillTheDiskAndTheNextLineSaysHowMuchIsMissing() throws IOException {
        WebhookEvent stranger = new WebhookEvent.Denied(null, CLIENT, "there is no such user");
        try (AuditLog log = new AuditLog(time, complaints::add)) {
            log.use(file);
            for (int i = 0; i < StrangersAllowance.MOST + 25; i++) {
                log.onEvent(stranger);
            }
        }
        assertThat(Files.readAllLines(file)).hasSize(StrangersAllowance.MOST);
    }

    @Test
    void strangersMayAgainAfterAMinute() {
        StrangersAllowance allowance = new StrangersAllowance(time);
        for (int i = 0; i < StrangersAllowance.MOST; i++) {
            assertThat(allowance.take()).isTrue();
        }
        assertThat(allowance.take()).isFalse();

        time.advance(StrangersAllowance.WINDOW);

        assertThat(allowance.take()).isTrue();
    }

    @Test
    void saysAtOnceThatItsDirectoryIsMissing() {
        Path missing = directory.resolve("nowhere");

        refuses(missing.resolve("audit.jsonl"), "there is no directory '" + missing + "'");
    }

    @Test
    void saysAtOnceThatItIsADirectory() {
        refuses(directory, "Is a directory");
    }

    @Test
    void saysAtOnceThatItsDirectoryIsAFile() throws IOException {
        refuses(Files.createFile(directory.resolve("file")).resolve("audit.jsonl"), "Not a directory");
    }

    @Test
    void saysAtOnceThatItLeadsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nowhere/audit.jsonl"));

        refuses(link, "there is no such file");
    }

    private void refuses(Path file, String reason) {
        try (AuditLog log = new AuditLog(time, complaints::add)) {
            assertThatThrownBy(() -> log.use(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("the audit log '" + file + "' cannot be written: " + reason
                            + "; expected a file that this user may write to, in a directory that is there");
        }
    }

    @Test
    void complainsOnceWhenTheDiskIsFull() {
        try (AuditLog log = new AuditLog(time, complaints::add)) {
            log.use(Path.of("/dev/full"));
            log.onEvent(changed("192.0.2.2"));
            log.onEvent(changed("192.0.2.3"));
        }

        assertThat(complaints).singleElement().asString().startsWith("the audit log cannot be written: ");
    }

    private void tell(WebhookEvent... events) {
        try (AuditLog log = new AuditLog(time, complaints::add)) {
            log.use(file);
            List.of(events).forEach(log::onEvent);
        }
        assertThat(complaints).isEmpty();
    }

    private String line(String event, String rest) {
        return "{\"time\":\"" + now + "\",\"event\":\"" + event + "\"," + rest + "}";
    }
}
