// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookTest {
    private static final String NAME = "_acme-challenge.example.com";
    private static final String VALUE = "-QDdX5fSgFhOXqoGzC5hTUuvB7ZuVlWd0lUmR3WcH9c";

    private final Sandbox sandbox = Sandbox.builder()
            .withoutAcme()
            .zone("example.com", "keys.example.net")
            .start();
    private final Surroundings surroundings = withNameServers();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void presentWritesAndWaitsWithThreeCalls() {
        Run run = surroundings.run("acme", "hook", "present", NAME + ".", VALUE);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(NAME + ": written, and visible at all name servers\n");
        assertThat(values()).containsExactly(VALUE);
        assertThat(sandbox.calls().all()).hasSize(3);
    }

    @Test
    void presentLeavesAValueThatIsThere() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);

        assertThat(surroundings.run("acme", "hook", "present", NAME, VALUE).out())
                .isEqualTo(NAME + ": was there already, and visible at all name servers\n");
        assertThat(values()).containsExactly(VALUE);
    }

    @Test
    void presentDoesNotWaitWhenToldSo() {
        sandbox.dns().server(1).lag(Duration.ofHours(1));

        Run run = surroundings.run("acme", "hook", "present", "--no-wait", NAME, VALUE);

        assertThat(run.out()).isEqualTo(NAME + ": written\n");
        assertThat(values()).containsExactly(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "-v", "-V", "--", "--h", "-Q", "_-"})
    void valuesThatLookLikeOptionsAreValuesWhereverOptionsStand(String beginning) {
        String value = beginning + "x".repeat(43 - beginning.length());

        assertThat(surroundings
                        .run("acme", "hook", "present", NAME, value, "--no-wait")
                        .out())
                .isEqualTo(NAME + ": written\n");
        assertThat(values()).containsExactly(value);
        assertThat(surroundings
                        .run("acme", "hook", "cleanup", "--", NAME, value)
                        .out())
                .isEqualTo(NAME + ": removed\n");
    }

    @Test
    void presentTakesItsValueBackWhenItDoesNotArrive() {
        sandbox.dns().server(1).lag(Duration.ofHours(1));

        Run run = surroundings.run("acme", "hook", "present", "--propagation-timeout", "300ms", NAME, VALUE);

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.err()).contains("still not visible at 127.0.0.1:");
        assertThat(values()).isEmpty();
    }

    @Test
    void presentTellsProgramsWhatItDid() {
        assertThat(surroundings
                        .run("acme", "hook", "present", "--json", NAME, VALUE)
                        .out())
                .isEqualTo("{\"challenge_name\":\"" + NAME + "\",\"target\":\"" + NAME
                        + "\",\"created\":true,\"awaited\":true,\"api_calls\":{\"total\":3,\"by_operation\":"
                        + "{\"createRecord\":1,\"records\":1,\"zones\":1}}}\n");
    }

    @Test
    void cleanupRemovesTheValueAndNoOther() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");

        assertThat(surroundings.run("acme", "hook", "cleanup", NAME, VALUE).out())
                .isEqualTo(NAME + ": removed\n");
        assertThat(values()).containsExactly("somebody else's");
    }

    @Test
    void cleanupOfWhatIsNotThereSucceeds() {
        Run run = surroundings.run("acme", "hook", "cleanup", NAME, VALUE);

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(NAME + ": was not there\n");
    }

    @Test
    void cleanupThatCannotRemoveSaysWhatIsLeft() {
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);
        sandbox.faults().add(Fault.status(403).on("DELETE", "/**").always());

        Run run = surroundings.run("acme", "hook", "cleanup", NAME, VALUE);

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.err()).startsWith("vpsdns: could not remove '" + VALUE + "' at " + NAME + " (");
    }

    @Test
    void valuesGoToTheAliasWhereOneIsGiven() {
        assertThat(surroundings
                        .run("acme", "hook", "present", "--alias", "www.keys.example.net", NAME, VALUE)
                        .status())
                .isZero();
        assertThat(sandbox.zones().records("keys.example.net"))
                .singleElement()
                .satisfies(record -> assertThat(record.name()).isEqualTo("www"));

        surroundings.with("VPSDNS_ACME_ALIAS", "www.keys.example.net").run("acme", "hook", "cleanup", NAME, VALUE);

        assertThat(sandbox.zones().records("keys.example.net")).isEmpty();
    }

    @Test
    void refusesWhatNoChallengeWants() {
        Run run = surroundings.run("acme", "hook", "present", NAME, "hello");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("vpsdns: the value for '" + NAME
                        + "' is not that of a dns-01 challenge; expected 43 characters of base64url, got 5\n");
        assertThat(sandbox.calls().all()).isEmpty();
    }

    private List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.value())
                .toList();
    }

    private Surroundings withNameServers() {
        return SandboxRuns.api(sandbox)
                .with(
                        "VPSDNS_NAMESERVERS",
                        "127.0.0.1:" + sandbox.nameServers().get(0).getPort());
    }
}
