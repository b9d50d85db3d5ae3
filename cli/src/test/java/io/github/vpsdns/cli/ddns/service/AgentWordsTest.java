// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static io.github.vpsdns.cli.ddns.service.Samples.HOME;
import static io.github.vpsdns.cli.ddns.service.Samples.ips;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.vpsdns.cli.service.AddressText;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgentWordsTest {
    private static final Instant LATER = Instant.parse("2027-01-02T03:04:05.678Z");

    @ParameterizedTest
    @MethodSource
    void saysEachEventInOneLine(AgentEvent event, String line) {
        assertThat(AgentWords.of(event).line()).isEqualTo(line);
    }

    static Stream<Arguments> saysEachEventInOneLine() {
        return Stream.of(
                arguments(
                        new AgentEvent.AddressChanged(
                                Family.IPV4, ips("192.0.2.1"), ips("192.0.2.2"), List.of("dns:google", "upnp")),
                        "IPv4: 192.0.2.2 (was 192.0.2.1), says dns:google and upnp"),
                arguments(
                        new AgentEvent.AddressUnconfirmed(Family.IPV6, ips("2001:db8::1"), 1, 2),
                        "IPv6: 2001:db8::1 was read once; counts after 2 times in a row"),
                arguments(
                        new AgentEvent.AddressUnknown(Family.IPV6, "eth0 has no address"),
                        "IPv6: not known: eth0 has no address; records stay"),
                arguments(
                        new AgentEvent.RecordsPublished(
                                HOME,
                                Family.IPV4,
                                ips("192.0.2.1"),
                                ips("192.0.2.2"),
                                new SetOutcome(0, 1, 0, 2),
                                Duration.ofMillis(420)),
                        "home.example.com A: 192.0.2.2 (was 192.0.2.1), 1 changed, 2 deleted, 0.4 s after it was read"),
                arguments(
                        new AgentEvent.RecordsPublished(
                                HOME, Family.IPV6, List.of(), ips("2001:db8::1"), new SetOutcome(0, 0, 1, 0), null),
                        "home.example.com AAAA: 2001:db8::1, 1 created"),
                arguments(
                        new AgentEvent.RecordsVerified(HOME, Family.IPV4, ips("192.0.2.2"), Duration.ofMillis(1230)),
                        "home.example.com A: all name servers say 192.0.2.2, 1.2 s after it was written"),
                arguments(
                        new AgentEvent.RecordsUnverified(HOME, Family.IPV4, "ns1 does not answer"),
                        "home.example.com A: not seen at all name servers: ns1 does not answer"),
                arguments(
                        new AgentEvent.DriftFound(
                                HOME, Family.IPV4, ips("192.0.2.1"), ips("192.0.2.9"), DriftPolicy.RESTORE),
                        "home.example.com A: somebody else made it 192.0.2.9 instead of 192.0.2.1, which is put right"),
                arguments(
                        new AgentEvent.DriftFound(HOME, Family.IPV4, ips("192.0.2.1"), List.of(), DriftPolicy.REPORT),
                        "home.example.com A: somebody else made it nothing instead of 192.0.2.1, which is left so"),
                arguments(
                        new AgentEvent.RecordsFailed(
                                HOME, Family.IPV4, new UnauthorizedException(Samples.problem(401)), LATER),
                        "home.example.com A: not published: "
                                + new UnauthorizedException(Samples.problem(401)).getMessage()
                                + "; next attempt 2027-01-02T03:04:05Z"),
                arguments(
                        new AgentEvent.RecordsWithdrawn(HOME, Family.IPV4, ips("192.0.2.1"), 1),
                        "home.example.com A: removed one record (was 192.0.2.1)"),
                arguments(
                        new AgentEvent.RecordsWouldChange(HOME, Family.IPV4, ips("192.0.2.1"), ips("192.0.2.2")),
                        "home.example.com A: 192.0.2.2 (was 192.0.2.1) would be published"),
                arguments(
                        new AgentEvent.RecordsReleased(HOME, Family.IPV4),
                        "home.example.com A: not named any more; it stays as it is"),
                arguments(
                        new AgentEvent.ApiPaused(new TransportException("list zones", "timed out", false, null), LATER),
                        "the API is not called until 2027-01-02T03:04:05Z: "
                                + new TransportException("list zones", "timed out", false, null).getMessage()),
                arguments(new AgentEvent.ApiResumed(), "the API is called again"),
                arguments(new AgentEvent.Compared(1, 0), "compared one name with the API: all is right"),
                arguments(
                        new AgentEvent.Compared(3, 2),
                        "compared 3 names with the API: 2 sets of records are not as they should be"),
                arguments(
                        new AgentEvent.ClockJumped(Duration.ofMinutes(-200)),
                        "the clock was put back by 3 h 20 min (or the machine slept); everything is looked at anew"),
                arguments(
                        new AgentEvent.MemoryUnusable(Path.of("/x/ddns.json"), "it is no JSON"),
                        "what was remembered in '/x/ddns.json' cannot be used and is put aside: it is no JSON"),
                arguments(
                        new AgentEvent.MemoryUnsaved(Path.of("/x/ddns.json"), "the disk is full"),
                        "nothing can be remembered in '/x/ddns.json': the disk is full"));
    }

    @Test
    void saysThatARefusalTakesAPerson() {
        Told told = AgentWords.of(new AgentEvent.ApiPaused(new UnauthorizedException(Samples.problem(401)), null));

        assertThat(told.event()).isEqualTo("api-refused");
        assertThat(told.line()).startsWith("the API is not called until the token or the configuration changes: ");
    }

    @Test
    void doesNotListHundredsOfAddresses() {
        String[] many = Stream.iterate(1, i -> i + 1)
                .limit(100)
                .map(i -> "192.0.2." + i)
                .toArray(String[]::new);

        assertThat(AddressText.words(ips(many))).endsWith("192.0.2.8 and 92 more");
    }
}
