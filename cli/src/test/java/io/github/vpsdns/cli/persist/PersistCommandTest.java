// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.model.ChallengeType;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PersistCommandTest {
    private final Sandbox sandbox = Sandbox.builder()
            .zone("example.com")
            .acme(ca -> ca.challenges(ChallengeType.DNS_PERSIST_01))
            .start();

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

    private Run persist(String... args) {
        return run(surroundings, Stream.concat(Stream.of("persist"), Arrays.stream(args)));
    }

    private Run issue(Surroundings where, String... args) {
        return run(where, Stream.concat(Stream.of("issue", "--challenge", "dns-persist-01"), Arrays.stream(args)));
    }

    private static Run run(Surroundings where, Stream<String> args) {
        return where.run(Stream.concat(Stream.of("acme"), args).toArray(String[]::new));
    }

    private List<String> zone() {
        return sandbox.zones().records("example.com").stream()
                .map(SandboxRecord::value)
                .toList();
    }

    @Test
    void setsAheadWhatAnIssuanceThenNeedsNoApiFor() {
        Run set = persist("set", "example.com", "*.example.com");
        assertThat(set.status()).as(set.err()).isZero();
        assertThat(set.out())
                .startsWith("*.example.com: made, proves it as long as it stands: _validation-persist.example.com TXT"
                        + " sandbox-ca.test; accounturi=")
                .endsWith("; policy=wildcard\n");

        Run issued = issue(surroundings, "-d", "example.com,*.example.com", "--json");

        assertThat(issued.status()).as(issued.err()).isZero();
        assertThat(issued.json().get("api_calls").get("total").asInt()).isZero();
        assertThat(zone()).hasSize(1);
    }

    @Test
    void renewsWithoutAnyCallToTheApi() {
        assertThat(issue(surroundings, "-d", "example.com").status()).isZero();
        sandbox.calls().clear();

        Run renewed = run(surroundings, Stream.of("renew", "--force"));

        assertThat(renewed.status()).as(renewed.err()).isZero();
        assertThat(sandbox.calls().all()).isEmpty();
        assertThat(sandbox.acme().log().events().stream().filter(AcmeEvent.CertificateIssued.class::isInstance))
                .hasSize(2);
    }

    @Test
    void tellsOnTheWayWhatIsWrittenAndWhatStands() {
        assertThat(issue(surroundings, "-d", "example.com").err())
                .contains("example.com: writing _validation-persist.example.com, to stay there\n")
                .contains("example.com: written\n")
                .contains("example.com: proven\n")
                .doesNotContain("removed");
        assertThat(issue(surroundings, "-d", "example.com").err())
                .contains("example.com: stands at _validation-persist.example.com\n");
    }

    @Test
    void keepsForHowLongRecordsHold() {
        assertThat(issue(surroundings, "-d", "example.com", "--persist-for", "365d")
                        .status())
                .isZero();

        Instant until = Instant.ofEpochSecond(Long.parseLong(zone().get(0).replaceFirst(".*persistUntil=", "")));
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(364)), Instant.now().plus(Duration.ofDays(366)));
        assertThat(directory.resolve("acme/renewal/example.com.json")).content().contains("\"persistFor\"", "PT8760H");
    }

    @Test
    void refusesATimeForRecordsThatDoNotStay() {
        Run run = surroundings.run("acme", "issue", "-d", "example.com", "--persist-for", "365d");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("give --challenge dns-persist-01 as well");
    }

    @Test
    void plansWithoutWriting() {
        persist("set", "example.com");

        Run plan = persist("set", "example.com", "www.example.com", "--wildcard", "--dry-run", "--json");

        assertThat(plan.json().valueStream().map(one -> one.get("change").asString()))
                .containsExactlyInAnyOrder("changed", "created");
        assertThat(plan.json().get(0).get("dry_run").asBoolean()).isTrue();
        assertThat(zone()).hasSize(1).noneMatch(value -> value.contains("wildcard"));
    }

    @Test
    void showsWhatStandsWithoutAToken() {
        persist("set", "example.com", "--for", "30d");

        Run shown = run(
                surroundings.without("VPS_API_TOKEN"),
                Stream.of("persist", "show", "example.com", "*.example.com", "www.example.com", "--json"));

        assertThat(shown.status()).as(shown.err()).isZero();
        JsonNode wildcard = shown.json().get(0);
        assertThat(wildcard.get("name").asString()).isEqualTo("*.example.com");
        assertThat(wildcard.get("proven").asBoolean()).isFalse();
        assertThat(wildcard.get("records").size()).isEqualTo(1);
        assertThat(shown.json().get(1).get("records").size()).isZero();
    }

    @Test
    void saysWhyANameIsNotProven() {
        persist("set", "example.com");

        assertThat(persist("show", "example.com").out())
                .startsWith("example.com: proven as long as it stands, by _validation-persist.example.com TXT ");
        assertThat(persist("show", "*.example.com").out()).contains("not proven, ", " does not cover wildcards");
        assertThat(persist("show", "www.example.com").out())
                .isEqualTo("www.example.com: not proven, no record of this account stands at"
                        + " _validation-persist.www.example.com\n");
    }

    @Test
    void removesOnlyItsOwn() {
        sandbox.zones()
                .add("example.com", "_validation-persist", "TXT", "other.example; accounturi=https://a.example/1");
        persist("set", "example.com");
        assertThat(zone()).hasSize(2);

        assertThat(persist("remove", "example.com", "--dry-run").out()).startsWith("would remove sandbox-ca.test; ");
        assertThat(zone()).hasSize(2);
        assertThat(persist("remove", "example.com").out()).startsWith("removed sandbox-ca.test; ");
        assertThat(zone()).containsExactly("other.example; accounturi=https://a.example/1");
        assertThat(persist("remove", "example.com").out()).contains("nothing removed");
    }

    @Test
    void makesAnAccountOnlyWithConsent() {
        Run run = run(surroundings.without("VPSDNS_ACME_AGREE_TOS"), Stream.of("persist", "set", "example.com"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--agree-tos");
        assertThat(zone()).isEmpty();
    }

    @Test
    void saysThatThereIsNoAccount() {
        Run run = persist("show", "example.com");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("there is no account at 127.0.0.1 in '");
    }

    @Test
    void refusesATimeThatIsTooShort() {
        Run run = persist("set", "example.com", "--for", "10m");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("at least an hour");
    }
}
