// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AcmeCleanupTest {
    private static final String OLD = "o".repeat(43);
    private static final String OWN = "w".repeat(43);

    /** Its clock is late, so what it makes is two hours old. */
    private final Sandbox sandbox = Sandbox.builder()
            .zone("example.com", "example.net")
            .withoutAcme()
            .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)))
            .start();

    @TempDir
    Path directory;

    private Surroundings surroundings;

    @BeforeEach
    void prepare() {
        surroundings =
                SandboxRuns.api(sandbox).with("VPSDNS_ACME_DIR", state().path().toString());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void showsAndRemovesWhatIsOld() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", OLD);

        Run run = cleanup();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("_acme-challenge.example.com  " + OLD + "  ")
                .endsWith("  goes\nremoved 1 challenge value\n");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void removesNothingInADryRun() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", OLD);
        leaveBehind();

        Run run = cleanup("--dry-run");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("left by an earlier run", "2 challenge values would be removed\n");
        assertThat(sandbox.calls().count("DELETE", "/**")).isZero();
        assertThat(cleanup().out()).endsWith("removed 2 challenge values\n");
    }

    @Test
    void removesWhatTheJournalKnowsWhateverItsAge() {
        leaveBehind();

        Run run = cleanup("--older-than", "30d");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains(OWN, "left by an earlier run, goes", "removed 1 challenge value\n");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void keepsWhatIsYoungerThanAskedFor() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", OLD);

        Run run = cleanup("--older-than", "3h");

        assertThat(run.out()).contains("stays, younger than 3 h", "nothing was removed\n");
        assertThat(sandbox.zones().records("example.com")).hasSize(1);
    }

    @Test
    void keepsWhatHasNoAgeUnlessToldOtherwise() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", OLD);
        sandbox.faults().add(undated().times(1));

        Run run = cleanup();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("stays, its age is not known (--include-undated)");

        sandbox.faults().clear();
        sandbox.faults().add(undated().times(1));
        assertThat(cleanup("--include-undated", "example.com").out()).endsWith("removed 1 challenge value\n");
    }

    @Test
    void sweepsTheEndOfACnameWhenToldToFollow() {
        sandbox.zones().add("example.com", "_acme-challenge", "CNAME", "keys.example.net");
        sandbox.zones().add("example.net", "keys", "TXT", OLD);

        assertThat(cleanup().out()).contains("stays, it stands where only a CNAME leads");
        assertThat(cleanup("--follow").out()).endsWith("removed 1 challenge value\n");
    }

    @Test
    void sweepsTheAliasOfTheEnvironment() {
        sandbox.zones().add("example.net", "keys", "TXT", OLD);

        Run run = surroundings.with("VPSDNS_ACME_ALIAS", "keys.example.net").run("acme", "cleanup");

        assertThat(run.out()).endsWith("removed 1 challenge value\n");
    }

    @Test
    void printsOneDocument() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", OLD);
        leaveBehind();

        JsonNode document = cleanup("--json").json();

        assertThat(document.get("removed").asInt()).isEqualTo(2);
        assertThat(document.get("values").get(0).get("origin").asString()).isEqualTo("journal");
        assertThat(document.get("values").get(1).get("origin").asString()).isEqualTo("shape");
        assertThat(document.get("values").get(1).get("action").asString()).isEqualTo("removed");
    }

    @Test
    void tellsWhatCouldNotBeRemoved() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", OLD);
        sandbox.faults().add(Fault.status(403).on("DELETE", "/**").always());

        Run run = cleanup("--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.json().get("values").get(0).get("action").asString()).isEqualTo("failed");
        assertThat(run.error().get("kind").asString()).isEqualTo("cleanup-incomplete");
        assertThat(run.error().get("message").asString()).contains("_acme-challenge.example.com", "403");
    }

    @Test
    void isWorthTryingAgainWhereTheApiIsDown() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", OLD);
        sandbox.faults().add(Fault.status(503).on("DELETE", "/**").always());

        assertThat(cleanup("--api-timeout", "1s").status()).isEqualTo(75);
    }

    @Test
    void refusesAZoneThatIsNotHere() {
        Run run = cleanup("example.org");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("example.org", "example.com, example.net");
    }

    @Test
    void leavesTheValuesOfALivingRunAlone() {
        state().prepare();
        try (Journal living = state().journal(Timekeeper.system())) {
            note(living);

            Run run = cleanup("--older-than", "3h");

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(sandbox.zones().records("example.com")).hasSize(1);
        }
    }

    @Test
    void goesOnWhereALockWasHeldByAProcessThatIsGone() {
        state().prepare();
        try (StateLock lock = state().lock(Duration.ZERO, Timekeeper.system())) {
            assertThat(lock).isNotNull();
        }

        assertThat(cleanup().status()).isZero();
    }

    private StateDirectory state() {
        return new StateDirectory(directory.resolve("acme"));
    }

    /** A run that ended between writing a value and removing it. */
    private void leaveBehind() {
        state().prepare();
        try (Journal journal = state().journal(Timekeeper.system())) {
            note(journal);
        }
    }

    private void note(Journal journal) {
        journal.open(DomainName.of("_acme-challenge.www.example.com"), OWN);
        sandbox.zones().add("example.com", "_acme-challenge.www", "TXT", OWN);
    }

    /** A list as the API would give it without creation times. */
    private Fault undated() {
        String id = sandbox.zones().records("example.com").get(0).uuid();
        return Fault.status(
                        200,
                        Map.of("Content-Type", "application/json"),
                        "[{\"uuid\":\"" + id + "\",\"record_type\":\"TXT\",\"name\":\"_acme-challenge\",\"value\":\""
                                + OLD + "\",\"ttl\":60,\"priority\":null}]")
                .on(
                        "GET",
                        "/dns-zones/"
                                + sandbox.zones()
                                        .find("example.com")
                                        .orElseThrow()
                                        .uuid() + "/records/");
    }

    private Run cleanup(String... args) {
        String[] line = new String[args.length + 2];
        line[0] = "acme";
        line[1] = "cleanup";
        System.arraycopy(args, 0, line, 2, args.length);
        return surroundings.run(line);
    }
}
