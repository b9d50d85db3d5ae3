// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.dns.Behaviour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckTest {
    private final Sandbox sandbox = Sandbox.builder()
            .zone("example.com", "example.net")
            .nameServers(2)
            .withoutAcme()
            .start();

    @TempDir
    Path directory;

    private Surroundings surroundings;

    @BeforeEach
    void prepare() {
        surroundings = SandboxRuns.dns(sandbox)
                .with("VPSDNS_ACME_DIR", directory.resolve("acme").toString());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void saysOfANameAllThatItsCertificateWillNeed() {
        Run run = check("www.example.com", "*.example.net");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .startsWith("Account\n  ok       the token was found in environment variable VPS_API_TOKEN\n")
                .contains("it may list, create, change, delete")
                .contains("Zone example.com\n", "all 2 addresses answer for the zone", "no challenge values")
                .contains("Name www.example.com\n", "the zone example.com of this account covers it")
                .contains("a value at _acme-challenge.www.example.com was seen at 127.0.0.1:")
                .contains("Name example.net\n", "the API took create ")
                .endsWith("no problems\n");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void takesTheFewestCallsForAName() {
        check("www.example.com");

        assertThat(sandbox.calls().count("GET", "/account/me/")).isEqualTo(1);
        assertThat(sandbox.calls().count("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(2);
        assertThat(sandbox.calls().count("POST", "/**")).isEqualTo(1);
        assertThat(sandbox.calls().count("DELETE", "/**")).isEqualTo(1);
        assertThat(sandbox.calls().all()).hasSize(6);
    }

    @Test
    void looksAtAllZonesAndWritesNothingWithoutANameGiven() {
        Run run = check();

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("Zone example.com\n", "Zone example.net\n")
                .doesNotContain("Name ");
        assertThat(sandbox.calls().count("POST", "/**")).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void writesNothingWhenToldNotTo() {
        Run run = check("example.com", "--no-write");

        assertThat(run.status()).isZero();
        assertThat(run.out()).doesNotContain("was seen at");
        assertThat(sandbox.calls().count("POST", "/**")).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void printsOneDocumentWithStableWordsAndTimes() {
        JsonNode document = check("example.com", "--json").json();

        assertThat(document.get("status").asString()).isEqualTo("ok");
        assertThat(kinds(document, "ok"))
                .containsExactly(
                        "token-found",
                        "token-accepted",
                        "permissions",
                        "zones",
                        "delegation",
                        "name-servers",
                        "serials",
                        "leftovers",
                        "zone-covers",
                        "caa",
                        "round-trip");
        JsonNode trip = document.get("round_trips").get(0);
        assertThat(trip.get("target").asString()).isEqualTo("_acme-challenge.example.com");
        assertThat(trip.get("servers").size()).isEqualTo(2);
        assertThat(trip.get("servers").get(0).get("seen").asBoolean()).isTrue();
        assertThat(trip.get("api_seconds").has("createRecord")).isTrue();
        assertThat(trip.get("api_seconds").has("deleteRecord")).isTrue();
        assertThat(document.get("api_calls").get("total").asInt()).isEqualTo(6);
    }

    @Test
    void endsWithAProblemWhereTheTokenIsWrong() {
        Run run = surroundings.with("VPS_API_TOKEN", "vps_wrong").run("check", "example.com", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(kinds(run.json(), "problem")).containsExactly("token-accepted");
        assertThat(run.out()).contains("401").doesNotContain("vps_wrong");
        assertThat(sandbox.calls().all()).hasSize(1);
    }

    @Test
    void saysWhichPermissionIsMissingForWhat() {
        Run run = surroundings
                .with("VPS_API_TOKEN", sandbox.token("dns:list", "dns:create"))
                .run("check", "example.com", "--no-write");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("problem  the token lacks dns:delete, needed for certificates")
                .contains("warning  the token lacks dns:update", "certificates do without")
                .contains("it may list, create\n");
    }

    @Test
    void tellsOfARefusedWriteAsAProblem() {
        Run run = surroundings
                .with("VPS_API_TOKEN", sandbox.token("dns:list", "dns:delete"))
                .run("check", "example.com", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(kinds(run.json(), "problem")).containsExactly("permission-missing", "round-trip");
        assertThat(run.json().get("passing").asBoolean()).isFalse();
    }

    @Test
    void isWorthTryingAgainWhereTheApiIsDown() {
        sandbox.faults().add(Fault.status(503).always());

        Run run = check("example.com", "--api-timeout", "1s");

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.out()).contains("try again later", "1 problem\n");
    }

    @Test
    void warnsOfADeadServerAndMeasuresTheOther() {
        sandbox.dns().server(2).behave(Behaviour.SILENT);

        Run run = check("example.com");

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out()).contains(" does not answer (no answer within ", "not at all", "2 warnings");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void isWorthTryingAgainWhereAllServersAreDead() {
        sandbox.dns().server(1).behave(Behaviour.SILENT);
        sandbox.dns().server(2).behave(Behaviour.SILENT);

        Run run = check("example.com", "--no-write");

        assertThat(run.status()).as(run.out()).isEqualTo(75);
    }

    @Test
    void findsAServerThatDoesNotKnowTheZone() {
        sandbox.dns().server(2).behave(Behaviour.REFUSED);

        Run run = check("--no-write");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("does not answer for the zone: REFUSED", "take it out of the delegation");
    }

    @Test
    void warnsOfServersWithDifferentVersions() {
        sandbox.dns().server(2).lag(Duration.ofHours(1));
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1");

        Run run = check("--no-write");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("the servers have different versions of the zone", "1 warning");
    }

    @Test
    void waitsForALaggingServerNoLongerThanAskedTo() {
        sandbox.dns().server(2).lag(Duration.ofHours(1));

        Run run = check("example.com", "--propagation-timeout", "3s", "--json");

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.out()).contains("is still not visible at 127.0.0.1:");
        JsonNode servers = run.json().get("round_trips").get(0).get("servers");
        assertThat(servers.get(0).get("seen").asBoolean()).isTrue();
        assertThat(servers.get(1).get("seen").asBoolean()).isFalse();
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void followsTheChallengeNameWithinTheAccount() {
        sandbox.zones().add("example.com", "_acme-challenge", "CNAME", "keys.example.net");

        Run run = check("example.com");

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("_acme-challenge.example.com leads to keys.example.net, in the zone example.net")
                .contains("a value at keys.example.net was seen")
                .contains("Zone example.com\n", "Zone example.net\n");
        assertThat(sandbox.zones().records("example.net")).isEmpty();
    }

    @Test
    void findsAChallengeNameThatLeadsInACircle() {
        sandbox.zones().add("example.com", "_acme-challenge", "CNAME", "a.example.com");
        sandbox.zones().add("example.com", "a", "CNAME", "_acme-challenge.example.com");

        Run run = check("example.com", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(kinds(run.json(), "problem")).containsExactly("challenge-name");
        assertThat(run.json().get("round_trips").size()).isZero();
    }

    @Test
    void findsANameThatNoZoneCovers() {
        Run run = check("www.example.org", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(kinds(run.json(), "problem")).containsExactly("zone-covers");
    }

    @Test
    void warnsOfACrowdedNameButNotOfYoungValues() {
        for (int i = 0; i < 9; i++) {
            sandbox.zones().add("example.com", "_acme-challenge", "TXT", "v".repeat(42) + i);
        }

        Run run = check("example.com", "--no-write");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("9 challenge values stand at _acme-challenge.example.com")
                .contains("no challenge values are left behind", "1 warning");
    }

    @Test
    void tellsOfAValueThatItCouldNotRemoveAndRemovesItNextTime() {
        sandbox.faults().add(Fault.status(403).on("DELETE", "/**").always());
        Run blocked = check("example.com");
        assertThat(blocked.status()).isEqualTo(75);
        assertThat(blocked.out()).contains("may be left behind", "vpsdns acme cleanup");
        assertThat(sandbox.zones().records("example.com")).hasSize(1);
        sandbox.faults().clear();

        Run unwritten = check("--no-write");
        assertThat(unwritten.out()).contains("earlier runs left values behind at _acme-challenge.example.com");
        Run next = check("example.com");

        assertThat(next.status()).as(next.out()).isZero();
        assertThat(next.out()).contains("values that an earlier run left behind were removed");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void refusesANameThatIsNone() {
        Run run = check("-foo.example.com");

        assertThat(run.status()).isEqualTo(2);
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void showsSlowCallsInItsTimes() {
        sandbox.faults().add(Fault.delay(Duration.ofMillis(600)).on("POST", "/**"));

        JsonNode trip = check("example.com", "--json").json().get("round_trips").get(0);

        assertThat(trip.get("api_seconds").get("createRecord").asDouble()).isGreaterThan(0.5);
    }

    @Test
    void saysSoOfAStateDirectoryThatCannotBeUsed() throws Exception {
        Files.writeString(directory.resolve("acme"), "");

        Run run = check("example.com");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("is a file");
        assertThat(sandbox.calls().count("POST", "/**")).isZero();
    }

    private Run check(String... args) {
        String[] line = new String[args.length + 1];
        line[0] = "check";
        System.arraycopy(args, 0, line, 1, args.length);
        return surroundings.run(line);
    }

    private static List<String> kinds(JsonNode document, String severity) {
        return StreamSupport.stream(document.get("findings").spliterator(), false)
                .filter(finding -> finding.get("severity").asString().equals(severity))
                .map(finding -> finding.get("kind").asString())
                .toList();
    }
}
