// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.PebbleServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: the built command, through the API, against Pebble, which validates at BIND9. */
@NeedsPrograms({"named", "rndc", "pebble"})
final class IssueIT {
    @TempDir
    private Path work;

    @Test
    void issuesAnApexAndItsWildcardAndLeavesTheZoneAsItWas() {
        try (Stage stage = Stage.set(work)) {
            Vpsdns.Outcome outcome = stage.vpsdns().run("acme", "issue", "-d", "example.com", "-d", "*.example.com");

            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(Certificates.names(Certificates.read(stage.live().resolve("cert.pem"))))
                    .containsExactly("*.example.com", "example.com");
            assertThat(stage.records()).isEmpty();
        }
    }

    @Test
    void issuesForTwentyFiveNamesWithOneCreateAndOneDeleteEachAndTwoListings() {
        try (Stage stage = Stage.set(work)) {
            Vpsdns.Outcome outcome = stage.vpsdns().run(issue(25));

            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(Certificates.names(Certificates.read(stage.state().resolve("live/n1.example.com/cert.pem"))))
                    .hasSize(25);
            assertThat(stage.sandbox().calls().count("POST", "/**")).isEqualTo(25);
            assertThat(stage.sandbox().calls().count("DELETE", "/**")).isEqualTo(25);
            assertThat(stage.sandbox().calls().count("GET", "/**")).isEqualTo(2);
            assertThat(stage.records()).isEmpty();
        }
    }

    @Test
    void asksTheCaOnlyWhenASecondServerThatLagsHasEveryValue() {
        try (Stage stage = Stage.set(work, PebbleServer.Whims.NONE, Duration.ofSeconds(3))) {
            Vpsdns.Outcome outcome = stage.vpsdns().run(issue(25));

            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(stage.records()).isEmpty();
        }
    }

    @Test
    void putsUpWithACaThatRejectsFifteenPercentOfTheNonces() {
        PebbleServer.Whims whims = new PebbleServer.Whims(15, Duration.ZERO, 0);
        try (Stage stage = Stage.set(work, whims, Duration.ZERO)) {
            Vpsdns.Outcome outcome = stage.vpsdns().run(issue(10));

            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(stage.records()).isEmpty();
        }
    }

    @Test
    void needsNoRecordsWhenTheCaStillTrustsTheLastProof() {
        PebbleServer.Whims whims = new PebbleServer.Whims(0, Duration.ZERO, 100);
        try (Stage stage = Stage.set(work, whims, Duration.ZERO)) {
            Vpsdns vpsdns = stage.vpsdns();
            assertThat(vpsdns.run(issue(2)).status()).isZero();
            stage.sandbox().calls().clear();

            Vpsdns.Outcome again = vpsdns.run(issue(2));

            assertThat(again.status()).as(again.err()).isZero();
            assertThat(stage.sandbox().calls().count("POST", "/**")).isZero();
        }
    }

    @Test
    void leavesRecordsOfOthersAtTheSameName() {
        try (Stage stage = Stage.set(work)) {
            stage.sandbox().zones().add(Stage.ZONE, "_acme-challenge", "TXT", "somebody else's");

            Vpsdns.Outcome outcome = stage.vpsdns().run("acme", "issue", "-d", "example.com");

            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(stage.records())
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("somebody else's"));
        }
    }

    private static String[] issue(int names) {
        return Stream.concat(
                        Stream.of("acme", "issue"),
                        Stream.iterate(1, n -> n + 1)
                                .limit(names)
                                .flatMap(n -> Stream.of("-d", "n" + n + ".example.com")))
                .toArray(String[]::new);
    }
}
