// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AcmeDelegateTest {
    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").withoutAcme().start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void saysWhichRecordIsMissingInTheZoneElsewhere() {
        sandbox.zonesOf("others").create("example.org");

        Run run = delegate("www.example.org");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "www.example.org: there is no CNAME record; create this one in the zone that the name is in:",
                        "  _acme-challenge.www.example.org. CNAME www.example.org.acme.example.com.");
    }

    @Test
    void isDoneWhereTheRecordLeadsHere() {
        sandbox.zonesOf("others").create("example.org");
        sandbox.zonesOf("others").add("example.org", "_acme-challenge", "CNAME", "example.org.acme.example.com");

        Run run = delegate("example.org");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo("example.org: it leads to example.org.acme.example.com, in the zone example.com of this"
                        + " account\n");
    }

    @Test
    void makesTheRecordInAZoneOfThisAccount() {
        sandbox.zones().create("keys.example.net");

        Run run = delegate("www.example.com", "--target-zone", "keys.example.net", "--create");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(sandbox.zones().records("example.com", "_acme-challenge.www", "CNAME"))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).startsWith("www.example.com.acme.keys.example.net"));
        assertThat(sandbox.calls().count("POST", "/**")).isEqualTo(1);
    }

    @Test
    void createsNothingUnlessToldTo() {
        sandbox.zones().create("keys.example.net");

        Run run = delegate("www.example.com", "--target-zone", "keys.example.net");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("--create makes this one:");
        assertThat(sandbox.calls().count("POST", "/**")).isZero();
    }

    @Test
    void printsOneArrayForPrograms() {
        JsonNode one = delegate("*.example.com", "--json").json().get(0);

        assertThat(one.get("name").asString()).isEqualTo("example.com");
        assertThat(one.get("status").asString()).isEqualTo("not-needed");
        assertThat(one.get("chain").get(0).asString()).isEqualTo("_acme-challenge.example.com");
    }

    @Test
    void asksWhichZoneIsMeantWhereThereAreSeveral() {
        sandbox.zones().create("example.net");

        Run run = delegate("www.example.org");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--target-zone", "example.com, example.net");
    }

    @Test
    void refusesATargetZoneOfOthers() {
        Run run = delegate("www.example.org", "--target-zone", "example.net");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("'example.net'");
    }

    @Test
    void isWorthTryingAgainWhereNoServerAnswers() {
        sandbox.dns().server(1).behave(Behaviour.SILENT);

        Run run = delegate("www.example.org");

        assertThat(run.status()).as(run.out()).isEqualTo(75);
        assertThat(run.out()).contains("this record should be there:\n  _acme-challenge.www.example.org. CNAME");
    }

    private Run delegate(String... args) {
        String[] line = new String[args.length + 2];
        line[0] = "acme";
        line[1] = "delegate";
        System.arraycopy(args, 0, line, 2, args.length);
        return SandboxRuns.dns(sandbox).run(line);
    }
}
