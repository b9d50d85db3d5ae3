// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckCaaTest {
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

    private static List<JsonNode> caa(Run run) {
        return StreamSupport.stream(run.json().get("findings").spliterator(), false)
                .filter(finding -> finding.get("kind").asString().equals("caa"))
                .toList();
    }

    @Test
    void findsThatTheCaMayNotIssueAndSaysWhatToChange() {
        caa("0 issue \"other.example\"");

        Run run = surroundings.run("check", "www.example.com", "--no-write", "--json");

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(caa(run)).singleElement().satisfies(finding -> {
            assertThat(finding.get("name").asString()).isEqualTo("www.example.com");
            assertThat(finding.get("severity").asString()).isEqualTo("problem");
            assertThat(finding.get("message").asString()).startsWith("127.0.0.1 may not issue for www.example.com");
            assertThat(finding.get("advice").asString())
                    .isEqualTo("add CAA 0 issue \"sandbox-ca.test\" at 'example.com'");
        });
    }

    @Test
    void judgesAWildcardByWhatIsSaidOfWildcards() {
        caa("0 issue \"sandbox-ca.test\"");
        caa("0 issuewild \";\"");

        Run run = surroundings.run("check", "example.com", "*.example.com", "--no-write", "--json");

        assertThat(caa(run))
                .extracting(
                        finding -> finding.get("severity").asString(),
                        finding -> finding.get("message").asString().contains(" for *.example.com"))
                .containsExactly(tuple("ok", false), tuple("problem", true));
    }

    @Test
    void asksTheCaOfTheCertificatesThatAreHereAsTheAccountThatIsHere() {
        assertThat(surroundings.run("acme", "issue", "-d", "example.com").status())
                .isZero();
        assertThat(surroundings
                        .run("acme", "caa", "pin", "example.com", "--apply")
                        .status())
                .isZero();

        Run run = surroundings.without("VPSDNS_ACME_SERVER").run("check", "example.com", "--no-write", "--json");

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(caa(run))
                .singleElement()
                .extracting(finding -> finding.get("message").asString())
                .isEqualTo("the CAA records at example.com let 127.0.0.1 issue for example.com");
    }

    @Test
    void onlyListsWhatStandsThereWhereNoCaIsKnown() {
        caa("0 issue \"other.example\"");

        Run run = surroundings.without("VPSDNS_ACME_SERVER").run("check", "example.com", "--no-write", "--json");

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(caa(run))
                .singleElement()
                .extracting(finding -> finding.get("message").asString())
                .asString()
                .startsWith("the CAA records at example.com are 0 issue \"other.example\"; with --server CA");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isNotSureWhereTheCaCannotBeAsked() {
        caa("0 issue \"other.example\"");

        Run run = surroundings
                .with("VPSDNS_ACME_SERVER", "http://127.0.0.1:1/directory")
                .run("check", "example.com", "--no-write", "--json");

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(caa(run)).singleElement().satisfies(finding -> {
            assertThat(finding.get("severity").asString()).isEqualTo("warning");
            assertThat(finding.get("message").asString()).contains("other.example", "127.0.0.1");
        });
    }

    @Test
    void warnsWhereOneOfTwoCasMayNotIssue() throws Exception {
        try (Sandbox other = Sandbox.start("example.net")) {
            assertThat(surroundings
                            .run("acme", "caa", "pin", "example.com", "--apply")
                            .status())
                    .isZero();
            assertThat(surroundings
                            .with("VPSDNS_ACME_SERVER", other.acmeDirectory().toString())
                            .run("acme", "caa", "pin", "example.net")
                            .status())
                    .isZero();

            Run run = surroundings.without("VPSDNS_ACME_SERVER").run("check", "example.com", "--no-write", "--json");

            assertThat(run.status()).as(run.out()).isZero();
            assertThat(caa(run))
                    .extracting(finding -> finding.get("severity").asString())
                    .containsExactlyInAnyOrder("ok", "warning");
        }
    }

    @Test
    void passesOverSettingsThatCannotBeRead() throws Exception {
        Path renewal = directory.resolve("acme/renewal");
        Files.createDirectories(renewal);
        Files.writeString(renewal.resolve("broken.json"), "{");
        caa("0 issue \"other.example\"");

        Run run = surroundings.without("VPSDNS_ACME_SERVER").run("check", "example.com", "--no-write", "--json");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    @Test
    void refusesATrustFileThatIsNotThereBeforeAnythingIsDone() {
        Run run = surroundings.run("check", "example.com", "--server-ca", "/nowhere.pem");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--server-ca: '/nowhere.pem' does not exist");
        assertThat(sandbox.calls().all()).isEmpty();
    }
}
