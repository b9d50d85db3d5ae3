// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script for acme.sh, in {@code sh} with {@code curl}, against the API. */
@NeedsPrograms({"sh", "curl", "awk"})
class AcmeShTest {
    private static final String NAME = "_acme-challenge.www.example.com";
    private static final String VALUE = "-QDdX5fSgFhOXqoGzC5hTUuvB7ZuVlWd0lUmR3WcH9c";
    private static final String OTHER = "e".repeat(43);

    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start();

    @TempDir
    private Path work;

    private AcmeSh acmeSh;

    @BeforeEach
    void prepare() {
        acmeSh = new AcmeSh(work)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void addWritesTheValueWithThreeCalls() {
        assertDone(add());

        assertThat(sandbox.zones().records("example.com")).singleElement().satisfies(record -> {
            assertThat(record.name()).isEqualTo("_acme-challenge.www");
            assertThat(record.type()).isEqualTo("TXT");
            assertThat(record.value()).isEqualTo(VALUE);
            assertThat(record.ttl()).isEqualTo(60);
        });
        assertThat(sandbox.calls().all()).hasSize(3);
    }

    @Test
    void addLeavesAValueThatIsThere() {
        assertDone(add());
        assertDone(add());

        assertThat(values()).containsExactly(VALUE);
    }

    @Test
    void apexAndWildcardHaveTheirValuesBesideEachOther() {
        assertDone(add());
        assertDone(acmeSh.run("dns_vpsdns_add", NAME, OTHER));

        assertThat(values()).containsExactlyInAnyOrder(VALUE, OTHER);
    }

    @Test
    void rmRemovesTheValueAndNoOther() {
        for (String each : List.of(VALUE, OTHER, "somebody \\ else's \"},{\" \u00e9", VALUE)) {
            sandbox.zones().add("example.com", "_acme-challenge.www", "TXT", each);
        }
        sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);

        assertDone(rm());

        assertThat(values()).containsExactlyInAnyOrder(OTHER, "somebody \\ else's \"},{\" \u00e9", VALUE);
        assertThat(sandbox.calls().count("DELETE", "/**")).isEqualTo(2);
    }

    @Test
    void rmOfWhatIsNotThereSucceeds() {
        assertDone(rm());

        assertThat(sandbox.calls().count("DELETE", "/**")).isZero();
    }

    @Test
    void theLongestZoneIsTheOne() {
        sandbox.zones().create("www.example.com");
        sandbox.zones().create("w.example.com");
        sandbox.zones().create("ample.com");

        assertDone(add());

        assertThat(sandbox.zones().records("www.example.com"))
                .singleElement()
                .satisfies(record -> assertThat(record.name()).isEqualTo("_acme-challenge"));
    }

    @Test
    void aNameOutsideOfAllZonesIsRefused() {
        assertRefused(
                acmeSh.run("dns_vpsdns_add", "_acme-challenge.badexample.com", VALUE),
                "No zone of this account covers _acme-challenge.badexample.com.");
    }

    @ParameterizedTest
    @EnumSource(names = {"ARRAY", "RESULTS", "PAGES", "OFFSET", "CURSOR", "FOREIGN_NEXT", "HIDDEN_PAGES"})
    void readsWholeListsInEveryForm(ListShape shape) {
        IntStream.range(0, 5).forEach(i -> {
            sandbox.zones().create("a" + i + ".example");
            sandbox.zones().add("example.com", "_acme-challenge.www", "TXT", "text " + i);
        });
        sandbox.zones().add("example.com", "_acme-challenge.www", "TXT", VALUE);
        sandbox.listShape(shape, 2);

        assertDone(rm());

        assertThat(values()).hasSize(5).doesNotContain(VALUE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOOP", "SHORT"})
    void changesNothingOnAListThatIsNotWhole(ListShape shape) {
        IntStream.range(0, 5).forEach(i -> sandbox.zones().create("a" + i + ".example"));
        sandbox.listShape(shape, 2);

        assertRefused(add(), "Listing /dns-zones/");
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingOnAnAnswerThatIsNone(Garbage garbage) {
        sandbox.faults()
                .add(Fault.garbage(garbage).on("GET", "/dns-zones/*/records/").always());

        assertRefused(add(), "Listing /dns-zones/");
    }

    @Test
    void aCreateWhoseAnswerWasLostIsNotRepeated() {
        sandbox.faults().add(Fault.drop().on("POST", "/**").afterCommit());

        assertDone(add());

        assertThat(values()).containsExactly(VALUE);
    }

    @Test
    void aCreateThatDidNotHappenIsRepeated() {
        sandbox.faults().add(Fault.status(502).on("POST", "/**").times(2));

        assertDone(add());

        assertThat(values()).containsExactly(VALUE);
    }

    @Test
    void waitsAsLongAsTheApiAsks() {
        sandbox.faults().add(Fault.status(429, Duration.ofSeconds(7)).on("GET", "/dns-zones/"));

        assertDone(add());

        assertThat(acmeSh.sleeps()).isEqualTo("slept 7\n");
    }

    @Test
    void givesUpOnAnApiThatStaysAway() {
        sandbox.faults().add(Fault.status(503).on("GET", "/**").always());

        assertRefused(add(), "Listing /dns-zones/: the API answered 503");
    }

    @Test
    void sentencesNameWhatATokenLacks() {
        acmeSh.with("VPS_API_TOKEN", sandbox.token("dns:list"));

        assertRefused(add(), "it needs dns:list, dns:create and dns:delete");
    }

    @Test
    void aWrongTokenFails() {
        acmeSh.with("VPS_API_TOKEN", "vps_wrong");

        assertRefused(add(), "the API does not accept the token (401)");
    }

    @Test
    void aRefusedDeleteFails() {
        assertDone(add());
        sandbox.faults().add(Fault.status(403).on("DELETE", "/**").always());

        AcmeSh.Outcome outcome = rm();

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.err()).contains("Removing the value at " + NAME);
    }

    @Test
    void remembersOnlyThePathOfATokenFile() throws IOException {
        Path file = tokenFile("rw-------");
        acmeSh.without("VPS_API_TOKEN").with("VPS_API_TOKEN_FILE", file.toString());
        assertDone(add());
        assertThat(acmeSh.accountConf())
                .contains("SAVED_VPS_API_TOKEN_FILE='" + file + "'")
                .doesNotContain(sandbox.token());

        acmeSh.without("VPS_API_TOKEN_FILE").without("VPS_API_URL");

        assertDone(rm());
    }

    @Test
    void aTokenFileReplacesTheTokenThatWasRemembered() throws IOException {
        assertDone(add());
        assertThat(acmeSh.accountConf()).contains(sandbox.token());

        acmeSh.with("VPS_API_TOKEN_FILE", tokenFile("rw-------").toString());

        assertDone(rm());
        assertThat(acmeSh.accountConf()).doesNotContain(sandbox.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--"})
    void refusesATokenFileThatOthersMayRead(String mode) throws IOException {
        acmeSh.with("VPS_API_TOKEN_FILE", tokenFile(mode).toString());

        assertRefused(add(), "can be read by other users; run: chmod 600");
    }

    @Test
    void withoutATokenSaysWhatToSet() {
        acmeSh.without("VPS_API_TOKEN");

        assertRefused(add(), "There is no API token; set VPS_API_TOKEN_FILE");
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void sendsTheTokenOnlyByHttps() {
        acmeSh.with("VPS_API_URL", "http://127.0.0.1.example.net/api/v1");

        assertRefused(add(), "expected one that begins with https://");
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void refusesAValueThatNoChallengeHas() {
        assertRefused(
                acmeSh.run("dns_vpsdns_add", NAME, "\",\"name\":\"www"), "is not the value of a dns-01 challenge");
    }

    private Path tokenFile(String mode) throws IOException {
        Path file = work.resolve("token");
        Files.writeString(file, sandbox.token() + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private AcmeSh.Outcome add() {
        return acmeSh.run("dns_vpsdns_add", NAME, VALUE);
    }

    private AcmeSh.Outcome rm() {
        return acmeSh.run("dns_vpsdns_rm", NAME, VALUE);
    }

    private static void assertDone(AcmeSh.Outcome outcome) {
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    private void assertRefused(AcmeSh.Outcome outcome, String sentence) {
        assertThat(outcome.status()).as(outcome.out()).isNotZero();
        assertThat(outcome.err()).contains(sentence);
        assertThat(values()).isEmpty();
    }

    private List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.value())
                .toList();
    }
}
