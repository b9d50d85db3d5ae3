// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.NAME;
import static io.github.vpsdns.acme.renew.RenewalWorld.certificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.schedule.Plan.Reason;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.dns.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year in the life of a certificate, with what happens in one: it is valid at every moment, at a price that is counted. */
class YearTest {
    private static final Duration YEAR = Duration.ofDays(365);

    /** What a renewal costs at the API: the records listed, one made, one deleted. The zones are listed once for ever. */
    private static final int CALLS = 3;

    private RenewalWorld world;
    private CertificateStorage storage;
    private Renewer renewer;
    private RenewalJob job;
    private int renewed;
    private int failed;

    private void begin(RenewalWorld started) {
        world = started;
        storage = CertificateStorage.inMemory();
        renewer = world.renewer(storage).build();
        job = RenewalWorld.job(world.request(World.names("example.com").withProfile("year")));
    }

    private static RenewalWorld worldWith(long hours) {
        return RenewalWorld.start(ca -> ca.profiles(Map.of("year", Duration.ofHours(hours))));
    }

    /** Looks after the certificate as the loop would, and returns what came of it. */
    private RenewalOutcome step() {
        RenewalOutcome outcome = renewer.renew(job, Urgency.IF_DUE);
        if (outcome instanceof Renewed) {
            renewed++;
        } else if (outcome instanceof Failed) {
            failed++;
        }
        assertThat(certificate(storage).getNotAfter().toInstant())
                .as("valid at %s, %s", world.time.now(), storage.memory(NAME))
                .isAfter(world.time.now());
        return outcome;
    }

    /** Lets time pass until there may be something to do: the loop looks more often, but would find nothing. */
    private void pass() {
        RenewalMemory memory = renewer.status(job).memory();
        Instant now = world.time.now();
        Instant next = Stream.of(
                        renewer.plan(job).at(),
                        memory.window() == null
                                ? now.plusSeconds(60)
                                : memory.window().askAgainAt(),
                        memory.pause() == null
                                ? now.plus(Duration.ofDays(1))
                                : memory.pause().until())
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .orElseThrow();
        world.time.advance(Duration.between(now, next));
    }

    private void passUntil(Instant end) {
        while (world.time.now().isBefore(end)) {
            RenewalOutcome ignored = step();
            pass();
        }
    }

    @ParameterizedTest(name = "{0} h")
    @CsvSource({"160, 110, 115", "1080, 11, 13", "2160, 6, 7"})
    void costsOneOrderAndThreeCallsForEachCertificate(long hours, int least, int most) {
        try (RenewalWorld quiet = worldWith(hours)) {
            begin(quiet);
            passUntil(world.time.now().plus(YEAR));

            assertThat(renewed).isBetween(least, most);
            assertThat(failed).isZero();
            assertThat(world.certificates()).hasSize(renewed);
            assertThat(world.orders()).hasSize(renewed);
            assertThat(world.orders().stream().filter(order -> order.replaces() != null))
                    .hasSize(renewed - 1);
            assertThat(world.calls()).hasSize(1 + CALLS * renewed);
            assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ACCOUNT)).isEqualTo(1);
            assertThat(world.sandbox.acme().log().count(Endpoint.RENEWAL_INFO))
                    .as("once for each new certificate, and then every six hours")
                    .isLessThanOrEqualTo(renewed + (int) YEAR.dividedBy(Duration.ofHours(6)));
        }
    }

    /** What a year may bring; each begins when the next renewal is due. */
    private enum Event {
        API_DOWN,
        CA_DOWN,
        DNS_DOWN,
        REVOKED,
        WINDOW_LATER
    }

    @ParameterizedTest(name = "{0} h")
    @CsvSource({"160, 48", "1080, 240", "2160, 480"})
    void survivesOutagesOfDaysRevocationsAndMovedWindows(long hours, long outage) {
        try (RenewalWorld troubled = worldWith(hours)) {
            begin(troubled);
            RenewalOutcome first = step();
            assertThat(first).isInstanceOf(Renewed.class);
            Instant end = world.time.now().plus(YEAR);
            Deque<Event> events = new ArrayDeque<>(List.of(Event.values()));
            while (world.time.now().isBefore(end)) {
                RenewalOutcome ignored = step();
                Event event = isDueNext() ? events.poll() : null;
                if (event == null) {
                    pass();
                } else {
                    meet(event, Duration.ofHours(outage));
                }
            }

            assertThat(events).isEmpty();
            assertThat(failed).isPositive();
            assertThat(world.certificates()).hasSize(renewed);
            assertThat(world.sandbox.zones().records("example.com")).isEmpty();
        }
    }

    /** Tells whether the next thing to do is a renewal. */
    private boolean isDueNext() {
        RenewalMemory memory = renewer.status(job).memory();
        return memory.window() != null
                && memory.trouble() == null
                && renewer.plan(job).reason() == Reason.ARI
                && renewer.plan(job).at().isBefore(memory.window().askAgainAt());
    }

    private void meet(Event event, Duration outage) {
        int before = renewed;
        switch (event) {
            case API_DOWN -> {
                world.sandbox.faults().add(Fault.status(503).always());
                sitOut(outage);
                world.sandbox.faults().clear();
            }
            case CA_DOWN -> {
                Arrays.stream(Endpoint.values())
                        .forEach(endpoint -> world.sandbox
                                .acme()
                                .faults()
                                .always(endpoint, AcmeFault.unavailable(Duration.ofHours(1))));
                sitOut(outage);
                world.sandbox.acme().faults().clear();
            }
            case DNS_DOWN -> {
                world.sandbox.dns().servers().forEach(server -> server.behave(Behaviour.REFUSED));
                sitOut(outage);
                world.sandbox.dns().servers().forEach(server -> server.behave(Behaviour.ANSWER));
            }
            case REVOKED -> {
                Instant now = world.time.now();
                world.sandbox
                        .acme()
                        .moveRenewalWindow(
                                certificate(storage),
                                now.minusSeconds(7200),
                                now.minusSeconds(3600),
                                "https://ca.example");
                passUntil(now.plus(Duration.ofHours(6)).plusSeconds(60));
                assertThat(renewed).as("within six hours").isGreaterThan(before);
            }
            case WINDOW_LATER -> {
                Instant asked = renewer.status(job).memory().window().end();
                world.sandbox
                        .acme()
                        .moveRenewalWindow(
                                certificate(storage), asked.plusSeconds(3600), asked.plusSeconds(7200), null);
                passUntil(asked.plusSeconds(7200));
                assertThat(renewed).as("later, but not never").isEqualTo(before + 1);
            }
        }
    }

    /** An outage that begins when a renewal is due: attempts become rare, and the first one after it succeeds. */
    private void sitOut(Duration outage) {
        int renewedBefore = renewed;
        int failedBefore = failed;
        Duration lifetime = renewer.status(job).certificate() == null
                ? Duration.ZERO
                : Duration.between(
                        certificate(storage).getNotBefore().toInstant(),
                        certificate(storage).getNotAfter().toInstant());
        world.time.advance(Duration.between(world.time.now(), renewer.plan(job).at()));
        passUntil(world.time.now().plus(outage));
        long rarest =
                Math.min(Duration.ofDays(1).toHours(), lifetime.dividedBy(20).toHours());

        assertThat(renewed).isEqualTo(renewedBefore);
        assertThat(failed - failedBefore)
                .as("attempts in %s, never further apart than %s h", outage, rarest)
                .isBetween((int) (outage.toHours() / rarest), (int) (4 + 1.3 * outage.toHours() / rarest));
    }
}
