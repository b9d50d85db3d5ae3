// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static io.github.vpsdns.cli.ddns.service.Samples.HOME;
import static io.github.vpsdns.cli.ddns.service.Samples.ips;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.Globals;
import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TellingTest {
    private final ManualTime time = new ManualTime();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<AgentNotice> notices = new ArrayList<>();

    @Test
    void saysWhenWhatAndWhose() {
        Telling telling = telling(Map.of());

        telling.onEvent(published("192.0.2.1", "192.0.2.2", Duration.ofMillis(300)));

        assertThat(err)
                .hasToString("2026-01-01T00:00:00Z home.example.com A: 192.0.2.2 (was 192.0.2.1), 1 changed,"
                        + " 0.3 s after it was read\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void leavesTheTimeToTheJournal() {
        telling(Map.of("JOURNAL_STREAM", "8:1")).onEvent(new AgentEvent.ApiResumed());

        assertThat(err).hasToString("the API is called again\n");
    }

    @Test
    void isADocumentALineForPrograms() {
        Telling telling = telling(Map.of(), "--json");

        telling.onEvent(published("192.0.2.1", "192.0.2.2", Duration.ofMillis(300)));

        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1);
        JsonNode document = JsonMapper.shared().readTree(out.toByteArray());
        assertThat(document.get("event").asString()).isEqualTo("published");
        assertThat(document.get("name").asString()).isEqualTo("home.example.com");
        assertThat(document.get("family").asString()).isEqualTo("ipv4");
        assertThat(document.get("before").get(0).asString()).isEqualTo("192.0.2.1");
        assertThat(document.get("now").get(0).asString()).isEqualTo("192.0.2.2");
        assertThat(err.size()).isZero();
    }

    @Test
    void needsAFewLinesForAnApiThatIsAwayForADay() {
        Telling telling = telling(Map.of());
        for (int minute = 0; minute < 24 * 60; minute++) {
            telling.onEvent(new AgentEvent.ApiPaused(
                    new ServerErrorException(Samples.problem(minute % 3 == 0 ? 502 : 503)),
                    time.now().plusSeconds(60)));
            time.advance(Duration.ofMinutes(1));
        }
        telling.onEvent(new AgentEvent.ApiResumed());

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSizeBetween(3, 12);
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("the API is called again\n");
    }

    @Test
    void needsAFewLinesForAnApiThatComesAndGoesForADay() {
        Telling telling = telling(Map.of());
        for (int i = 0; i < 24 * 12; i++) {
            telling.onEvent(new AgentEvent.ApiPaused(new ServerErrorException(Samples.problem(503)), time.now()));
            time.advance(Duration.ofMinutes(1));
            telling.onEvent(new AgentEvent.ApiResumed());
            telling.onEvent(new AgentEvent.Compared(3, 0));
            time.advance(Duration.ofMinutes(4));
        }

        List<String> said = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(said)
                .filteredOn(line -> line.contains("is not called until"))
                .hasSize(5);
        assertThat(said).filteredOn(line -> line.contains("is called again")).hasSize(5);
        assertThat(said).hasSizeLessThan(30);
    }

    @Test
    void saysEveryChangeOfAddressHoweverOften() {
        Telling telling = telling(Map.of());
        for (int i = 0; i < 5; i++) {
            telling.onEvent(published("192.0.2.1", "192.0.2.2", Duration.ofMillis(300)));
            telling.onEvent(published("192.0.2.2", "192.0.2.1", Duration.ofMillis(300)));
        }

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(10);
        assertThat(notices).hasSize(10);
    }

    @Test
    void doesNotReportEveryBlowOfAFightOverARecord() {
        Telling telling = telling(Map.of());
        for (int i = 0; i < 100; i++) {
            telling.onEvent(new AgentEvent.DriftFound(
                    HOME, Family.IPV4, ips("192.0.2.1"), ips("192.0.2.9"), DriftPolicy.RESTORE));
            telling.onEvent(published("192.0.2.9", "192.0.2.1", null));
            telling.onEvent(new AgentEvent.RecordsVerified(HOME, Family.IPV4, ips("192.0.2.1"), Duration.ofSeconds(1)));
        }

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
        assertThat(notices).extracting(AgentNotice::event).containsExactly("drift", "published");
    }

    @Test
    void saysEverythingWhenVerbose() {
        Telling telling = telling(Map.of(), "-v");
        telling.onEvent(new AgentEvent.Compared(3, 0));
        telling.onEvent(new AgentEvent.Compared(3, 0));

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void saysAgainThatAllIsRightOnceTheApiIsBack() {
        Telling telling = telling(Map.of());
        telling.onEvent(new AgentEvent.Compared(3, 0));
        telling.onEvent(new AgentEvent.Compared(3, 0));
        telling.onEvent(new AgentEvent.ApiResumed());
        telling.onEvent(new AgentEvent.Compared(3, 0));

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    @Test
    void notifiesOfRefusedCredentialsAndTheirEndButNotOfAShortPause() {
        Telling telling = telling(Map.of());
        telling.onEvent(new AgentEvent.ApiPaused(new ServerErrorException(Samples.problem(503)), time.now()));
        telling.onEvent(new AgentEvent.ApiResumed());
        assertThat(notices).isEmpty();

        telling.onEvent(new AgentEvent.ApiPaused(new UnauthorizedException(Samples.problem(401)), null));
        telling.onEvent(new AgentEvent.ApiResumed());

        assertThat(notices).extracting(AgentNotice::event).containsExactly("api-refused", "api-resumed");
    }

    private static AgentEvent published(String before, String now, @Nullable Duration reaction) {
        return new AgentEvent.RecordsPublished(
                HOME, Family.IPV4, ips(before), ips(now), new SetOutcome(0, 1, 0, 0), reaction);
    }

    private Telling telling(Map<String, String> environment, String... options) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.NONE,
                new Host(environment, "", Path.of("/"), time));
        Frame frame = new Frame(terminal, Globals.guess(options));
        return new Telling(
                new AgentLog(frame),
                new Repeats(time),
                notices::add,
                frame.globals().verbose());
    }
}
