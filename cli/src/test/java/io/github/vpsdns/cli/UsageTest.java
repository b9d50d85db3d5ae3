// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void printsItsVersionOnStandardOutput() {
        Run run = Run.of("--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("vpsdns \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void printsHelpOfAnyCommandOnStandardOutput() {
        Run run = Run.of("records", "add", "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: vpsdns records add", "NAME", "--ttl", "--json", "[VPS_API_URL]");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void refusesALineWithoutCommand() {
        Run run = Run.of();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "vpsdns: a command is missing; expected one of zones, records, check, acme, ddns, webhook, sandbox\nSee 'vpsdns --help'.\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void listsTheCommandsOfAGroupWithTheMainOnesFirst() {
        assertThat(Run.of("acme").err())
                .startsWith("vpsdns: a command is missing; expected one of issue, renew, run, list, ")
                .doesNotContain("client-hook");
    }

    @Test
    void refusesAnUnknownOptionAndSuggestsTheRightOne() {
        Run run = Run.of("records", "list", "--typ", "A");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("vpsdns: there is no option '--typ'; did you mean ")
                .contains("--type")
                .endsWith("See 'vpsdns records list --help'.\n");
    }

    @Test
    void refusesAnUnknownCommand() {
        Run run = Run.of("zone", "list");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: there is no command 'zone'; did you mean zones");
    }

    @Test
    void refusesAnArgumentTooMany() {
        Run run = Run.of("zones", "show", "example.com", "example.org");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: the argument 'example.org' is one too many\n");
    }

    @Test
    void namesTheArgumentsThatAreMissing() {
        Run run = Run.of("records", "add", "www.example.com");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: missing required parameters: 'TYPE', 'VALUE'\n");
    }

    @Test
    void refusesAValueOfTheWrongFormAndNamesTheOption() {
        Run run = Run.of("records", "add", "www.example.com", "A", "192.0.2.1", "--ttl", "soon");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--ttl", "'soon' is not a whole number").hasLineCount(2);
    }

    @Test
    void complainsInJsonWhenResultsAreAskedForInJson() {
        Run run = Run.of("zones", "--json", "list", "--colour");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1);
        assertThat(run.error().get("kind").asString()).isEqualTo("usage");
        assertThat(run.error().get("exit_status").asInt()).isEqualTo(2);
        assertThat(run.error().get("message").asString()).contains("--colour");
    }

    @Test
    void takesTheOptionsThatStandEverywhereInAnyPlace() {
        for (String[] line :
                new String[][] {{"--json", "zones", "list"}, {"zones", "--json", "list"}, {"zones", "list", "--json"}
                }) {
            assertThat(Run.of(line).error().get("kind").asString()).isEqualTo("usage");
        }
    }

    @Test
    void showsStackTracesOnlyWhenAsked() {
        assertThat(Run.of("zones", "list").err()).doesNotContain("\tat ");
        assertThat(Run.of("zones", "list", "-v").err()).contains("\tat io.github.vpsdns.");
    }
}
