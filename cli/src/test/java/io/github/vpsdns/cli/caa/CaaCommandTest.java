// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CaaCommandTest {
    private final Sandbox sandbox = Sandbox.start("example.com");

    @TempDir
    Path directory;

    private Surroundings surroundings;

    @BeforeEach
    void prepare() {
        surroundings = SandboxRuns.all(sandbox)
                .with("VPSDNS_ACME_DIR", directory.resolve("acme").toString());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void caa(String value) {
        sandbox.zones().add("example.com", "@", "CAA", value);
    }

    private List<String> zone() {
        return sandbox.zones().records("example.com").stream()
                .map(SandboxRecord::value)
                .sorted()
                .toList();
    }

    @Test
    void tellsWhichRecordForbidsAndWhatToChange() {
        caa("0 issue \"other.example\"");

        Run run = surroundings.without("VPS_API_TOKEN").run("acme", "caa", "show", "www.example.com");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "www.example.com: forbidden at 127.0.0.1, the CAA records at 'example.com' do not name this CA:"
                                + " 0 issue \"other.example\"; add CAA 0 issue \"sandbox-ca.test\" at 'example.com'\n"
                                + "  example.com CAA 0 issue \"other.example\"\n");
    }

    @Test
    void showsEachNameAsADocument() {
        caa("0 issue \"sandbox-ca.test\"");
        caa("0 issuewild \";\"");

        JsonNode shown = surroundings
                .run("acme", "caa", "show", "example.com", "*.example.com", "--json")
                .json();

        assertThat(shown.get(0).get("verdict").asString()).isEqualTo("allowed");
        assertThat(shown.get(0).get("at").asString()).isEqualTo("example.com");
        assertThat(shown.get(0).get("records").size()).isEqualTo(2);
        assertThat(shown.get(1).get("verdict").asString()).isEqualTo("forbidden");
    }

    @Test
    void saysWhatIsNotKnown() {
        assertThat(surroundings.run("acme", "caa", "show", "example.com").out()).startsWith("example.com: unknown at ");
    }

    @Test
    void printsARecordThatLetsOnlyThisAccountIssue() {
        Run run = surroundings.run("acme", "caa", "pin", "example.com", "--challenge", "dns-01,dns-persist-01");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("example.com. CAA 0 issue \"sandbox-ca.test; accounturi=http://127.0.0.1:")
                .endsWith("; validationmethods=dns-01,dns-persist-01\"\n");
        assertThat(zone()).isEmpty();
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void putsItInPlaceOfWhatSaysWhoMayIssue() {
        caa("0 issue \"other.example\"");
        caa("0 issuewild \"other.example\"");
        caa("0 iodef \"mailto:a@example.com\"");

        Run run = surroundings.run("acme", "caa", "pin", "example.com", "--apply", "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(zone())
                .hasSize(2)
                .contains("0 iodef \"mailto:a@example.com\"")
                .anyMatch(value -> value.contains("accounturi="));
        assertThat(surroundings.run("acme", "issue", "-d", "*.example.com").status())
                .isZero();
        assertThat(surroundings
                        .run("acme", "caa", "pin", "example.com", "--apply")
                        .out())
                .endsWith(": stands\n");
    }

    @Test
    void refusesAnIssuanceByAnotherChallengeThanWasPinned() {
        surroundings.run("acme", "caa", "pin", "example.com", "--challenge", "dns-account-01", "--apply");
        sandbox.calls().clear();

        Run run = surroundings.run("acme", "issue", "-d", "example.com", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.error().get("kind").asString()).isEqualTo("ca-refused");
        assertThat(run.error().get("message").asString())
                .contains(
                        "nothing was ordered",
                        "do not allow the challenge dns-01",
                        "add dns-01 to its validationmethods");
    }

    @Test
    void meansTheCaOfTheOneAccountThatIsHere() {
        caa("0 issue \"other.example\"");
        assertThat(surroundings.run("acme", "caa", "pin", "example.com").status())
                .isZero();

        Run run = surroundings.without("VPSDNS_ACME_SERVER").run("acme", "caa", "show", "example.com");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("example.com: forbidden at 127.0.0.1, ");
    }

    /** A record with a misspelt method lets nobody issue any more. */
    @Test
    void refusesToPinAChallengeThatDoesNotExist() {
        Run run = surroundings.run("acme", "caa", "pin", "example.com", "--challenge", "dns-01,dns01", "--apply");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--challenge: 'dns01' is not known; expected one of dns-01, ");
        assertThat(zone()).isEmpty();
    }

    @Test
    void refusesToJudgeAChallengeThatDoesNotExist() {
        Run run = surroundings.run("acme", "caa", "show", "example.com", "--challenge", "dns01");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--challenge: 'dns01' is not known");
    }

    @Test
    void refusesToPinAWildcard() {
        Run run = surroundings.run("acme", "caa", "pin", "*.example.com");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("pin 'example.com', which covers it");
    }
}
