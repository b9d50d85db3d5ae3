// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the API does while records are made or removed, the zone is empty in the end. */
@NeedsPrograms({"named", "rndc", "pebble"})
final class FaultsIT {
    private static final String CREATE = "/dns-zones/*/records/";
    private static final String DELETE = "/dns-records/*/";

    @TempDir
    private static Path work;

    private static Stage stage;

    /**
     * With it an account, each time: told to give out no valid authorization of an account again, Pebble still does so for one name
     * in a hundred, and then there is one value less.
     */
    @TempDir
    private Path state;

    @BeforeAll
    static void set() {
        stage = Stage.set(work);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @BeforeEach
    void forget() {
        stage.sandbox().faults().clear();
        stage.sandbox().calls().clear();
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of("500", Fault.status(500)),
                Arguments.of("502 after commit", Fault.status(502).afterCommit()),
                Arguments.of("503 with Retry-After", Fault.status(503, Duration.ofSeconds(1))),
                Arguments.of("429 with Retry-After", Fault.status(429, Duration.ofSeconds(1))),
                Arguments.of("delay", Fault.delay(Duration.ofMillis(700))),
                Arguments.of("connection lost before commit", Fault.drop()),
                Arguments.of("connection lost after commit", Fault.drop().afterCommit()),
                Arguments.of("HTML", Fault.garbage(Garbage.HTML)),
                Arguments.of("half a JSON", Fault.garbage(Garbage.HALF_JSON)),
                Arguments.of("no body", Fault.garbage(Garbage.EMPTY)),
                Arguments.of("another shape", Fault.garbage(Garbage.WRONG_SHAPE)),
                Arguments.of("not UTF-8", Fault.garbage(Garbage.NOT_UTF8)),
                Arguments.of("answer cut short", Fault.truncate()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void aFaultWhileRecordsAreMadeIsGotOver(String name, Fault fault) {
        stage.sandbox().faults().add(fault.on("POST", CREATE));

        Vpsdns.Outcome outcome = issue();

        assertThat(outcome.status()).as(name + ": " + outcome.err()).isZero();
        assertThat(stage.records()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void aFaultWhileRecordsAreRemovedIsGotOver(String name, Fault fault) {
        stage.sandbox().faults().add(fault.on("DELETE", DELETE));

        Vpsdns.Outcome outcome = issue();

        assertThat(outcome.status()).as(name + ": " + outcome.err()).isZero();
        assertThat(stage.records()).isEmpty();
    }

    @Test
    void recordsThatCouldNotBeRemovedAreToldAndRemovedByTheNextRun() {
        stage.sandbox().faults().add(Fault.status(403).on("DELETE", DELETE).always());
        Vpsdns.Outcome blocked = issue();
        assertThat(blocked.err()).contains("_acme-challenge.example.com");
        assertThat(stage.records()).as(blocked.err()).hasSize(2);
        stage.sandbox().faults().clear();

        Vpsdns.Outcome next = issue();

        assertThat(next.status()).as(next.err()).isZero();
        assertThat(stage.records()).isEmpty();
    }

    @Test
    void aRefusalToCreateEndsTheRunWithoutACertificateAndWithAnEmptyZone() {
        stage.sandbox()
                .faults()
                .add(Fault.status(403).on("POST", CREATE).skip(1).always());

        Vpsdns.Outcome outcome = issue();

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
        assertThat(stage.records()).isEmpty();
    }

    private Vpsdns.Outcome issue() {
        return stage.vpsdns()
                .with("VPSDNS_ACME_DIR", state.toString())
                .run("acme", "issue", "-d", "example.com", "-d", "*.example.com");
    }
}
