// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZonesTest {
    private final Sandbox sandbox = Sandbox.builder()
            .withoutAcme()
            .withoutDns()
            .zone("example.com", "other.org")
            .start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void listsZonesInATable() {
        Run run = run("zones", "list");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly("ZONE", "example.com", "other.org");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void listsZonesAsOneJsonArray() {
        Run run = run("zones", "list", "--json");

        assertThat(run.json().size()).isEqualTo(2);
        assertThat(run.json().get(0).get("domain").asString()).isEqualTo("example.com");
        assertThat(run.json().get(0).get("record_count").asInt()).isZero();
        assertThat(run.json().get(0).get("id").asString()).isNotEmpty();
        assertThat(run.json().get(0).get("created_at").asString()).endsWith("Z");
    }

    @Test
    void printsNoPartOfAListThatFailed() {
        sandbox.zones().create("third.net");
        sandbox.listShape(io.github.vpsdns.sandbox.control.ListShape.SHORT, 2);

        Run run = run("zones", "list");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains("incomplete");
    }

    @Test
    void showsAZoneWithItsRecords() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 300, null);

        assertThat(run("zones", "show", "example.com").out())
                .contains("example.com", "www.example.com  300  A     192.0.2.1");
        assertThat(run("zones", "show", "example.com", "--json")
                        .json()
                        .get("records")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("www.example.com");
    }

    @Test
    void createsAZone() {
        Run run = run("zones", "create", "New.Example.");

        assertThat(run.out()).startsWith("created zone new.example (");
        assertThat(sandbox.zones().find("new.example")).isPresent();
    }

    @Test
    void refusesAZoneThatExists() {
        Run run = run("zones", "create", "example.com");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains("example.com", "400", "already exists");
    }

    @Test
    void saysWhatWouldBeDeletedAndDeletesNothingWithoutYes() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 300, null);

        Run run = run("zones", "delete", "example.com");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "vpsdns: nothing was deleted: this would delete zone example.com and its one record, for good;"
                                + " give --yes to do it\n");
        assertThat(sandbox.zones().find("example.com")).isPresent();
    }

    @Test
    void deletesAZoneWithYes() {
        Run run = run("zones", "delete", "example.com", "--yes", "--json");

        assertThat(run.json().get("domain").asString()).isEqualTo("example.com");
        assertThat(sandbox.zones().find("example.com")).isEmpty();
    }

    @Test
    void listsTheZonesThereAreWhenTheOneAskedForIsNotThere() {
        Run run = run("zones", "show", "nowhere.net");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("vpsdns: this account has no zone 'nowhere.net'; it has example.com, other.org\n");
    }

    @Test
    void countsItsCallsWhenAsked() {
        assertThat(run("zones", "list", "-v").err()).contains("1 API call (zones 1)\n");
    }

    private Run run(String... args) {
        return SandboxRuns.api(sandbox).run(args);
    }
}
