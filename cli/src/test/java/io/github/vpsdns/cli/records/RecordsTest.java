// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordsTest {
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
    void listsTheRecordsOfAllZonesByFullName() {
        sandbox.zones().add("example.com", "@", "MX", "mail.example.com", 300, 10);
        sandbox.zones().add("other.org", "www", "A", "192.0.2.1", 60, null);

        Run run = run("records", "list");

        assertThat(run.out()).isEqualTo("""
                        NAME           TTL  TYPE  VALUE
                        example.com    300  MX    10 mail.example.com
                        www.other.org  60   A     192.0.2.1
                        """);
    }

    @Test
    void listsOneZoneAndOneType() {
        sandbox.zones().add("example.com", "a", "A", "192.0.2.1", 60, null);
        sandbox.zones().add("example.com", "a", "TXT", "text", 60, null);
        sandbox.zones().add("other.org", "a", "TXT", "text", 60, null);

        JsonNode records =
                run("records", "list", "example.com", "--type", "txt", "--json").json();

        assertThat(records.size()).isEqualTo(1);
        assertThat(records.get(0).get("name").asString()).isEqualTo("a.example.com");
        assertThat(records.get(0).get("zone").asString()).isEqualTo("example.com");
        assertThat(records.get(0).get("type").asString()).isEqualTo("TXT");
        assertThat(records.get(0).get("value").asString()).isEqualTo("text");
        assertThat(records.get(0).get("ttl").asInt()).isEqualTo(60);
        assertThat(records.get(0).get("priority").isNull()).isTrue();
    }

    @Test
    void addsAValueBesideOthers() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 60, null);

        Run run = run("records", "add", "www.example.com", "A", "192.0.2.2", "--ttl", "60");

        assertThat(run.out()).isEqualTo("created www.example.com A 192.0.2.2\n");
        assertThat(values()).containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2");
    }

    @Test
    void takesNoPriorityForATypeThatHasNone() {
        Run run = run("records", "add", "www.example.com", "A", "192.0.2.2", "--priority", "5");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("records of type A have no priority");
        assertThat(values()).isEmpty();
    }

    @Test
    void addsNothingThatIsThere() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 60, null);

        JsonNode result = run("records", "add", "www.example.com", "A", "192.0.2.1", "--json")
                .json();

        assertThat(result.get("created").asBoolean()).isFalse();
        assertThat(result.get("record").get("ttl").asInt()).isEqualTo(60);
        assertThat(values()).containsExactly("192.0.2.1");
    }

    @Test
    void takesAPriorityAsOptionOrInFrontOfTheValue() {
        assertThat(run("records", "add", "example.com", "MX", "a.example.com", "--priority", "0")
                        .out())
                .isEqualTo("created example.com MX 0 a.example.com\n");
        assertThat(run("records", "add", "example.com", "MX", "20 b.example.com")
                        .out())
                .isEqualTo("created example.com MX 20 b.example.com\n");
    }

    @Test
    void setsExactlyTheValuesGiven() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 60, null);
        sandbox.zones().add("example.com", "www", "A", "192.0.2.2", 60, null);
        sandbox.zones().add("example.com", "www", "TXT", "stays", 60, null);

        Run run = run("records", "set", "www.example.com", "A", "192.0.2.2", "192.0.2.3");

        assertThat(run.out()).isEqualTo("www.example.com A: kept 1, changed 1, created 0, deleted 0\n");
        assertThat(values()).containsExactlyInAnyOrder("192.0.2.2", "192.0.2.3", "stays");
    }

    @Test
    void saysWhenNothingHadToBeSet() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 60, null);

        assertThat(run("records", "set", "www.example.com", "A", "192.0.2.1").out())
                .isEqualTo("www.example.com A: already as wanted\n");
    }

    @Test
    void removesOneValueAndLeavesTheOthers() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 60, null);
        sandbox.zones().add("example.com", "www", "A", "192.0.2.2", 60, null);

        Run run = run("records", "remove", "www.example.com", "A", "192.0.2.1");

        assertThat(run.out()).isEqualTo("www.example.com A 192.0.2.1: removed\n");
        assertThat(values()).containsExactly("192.0.2.2");
    }

    @Test
    void removesAllValuesOfATypeWhenNoneIsNamed() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 60, null);
        sandbox.zones().add("example.com", "www", "A", "192.0.2.2", 60, null);
        sandbox.zones().add("example.com", "www", "TXT", "stays", 60, null);

        assertThat(run("records", "remove", "www.example.com", "A", "--json")
                        .json()
                        .get("removed")
                        .asInt())
                .isEqualTo(2);
        assertThat(values()).containsExactly("stays");
    }

    @Test
    void takesAnAbsentValueForRemoved() {
        Run run = run("records", "remove", "www.example.com", "A", "192.0.2.1");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("www.example.com A 192.0.2.1: was not there, nothing removed\n");
    }

    @Test
    void listsTheZonesThereAreWhenNoneCoversTheName() {
        Run run = run("records", "add", "www.nowhere.net", "A", "192.0.2.1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("vpsdns: no zone of this account covers 'www.nowhere.net'; the account has example.com,"
                        + " other.org\n");
    }

    @Test
    void refusesAValueThatDoesNotFitItsTypeBeforeAnyCall() {
        Run run = run("records", "add", "www.example.com", "A", "www.example.org");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("'www.example.org' is not an IPv4 address");
        assertThat(sandbox.calls().all()).isEmpty();
    }

    private List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.value())
                .toList();
    }

    private Run run(String... args) {
        return SandboxRuns.api(sandbox).run(args);
    }
}
