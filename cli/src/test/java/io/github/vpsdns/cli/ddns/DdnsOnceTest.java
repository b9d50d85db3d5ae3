// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One pass, with its exit status and what it prints. The addresses stand in a file that the tests change. */
final class DdnsOnceTest {
    @TempDir
    Path directory;

    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start("example.com");
        Files.writeString(directory.resolve("ddns.yaml"), """
                state: ddns.json
                addresses: {ipv4: "file:address"}
                records: [home.example.com, www.example.com]
                """);
        say("192.0.2.1");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void makesTheRecordsAndTellsThatTheyAreSeen() {
        Run run = once();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                        NAME              FAMILY  RECORDS    RESULT
                        home.example.com  ipv4    192.0.2.1  changed, all name servers show it
                        www.example.com   ipv4    192.0.2.1  changed, all name servers show it
                        """);
        assertThat(published()).containsExactlyInAnyOrder("home A 192.0.2.1 60", "www A 192.0.2.1 60");
    }

    @Test
    void callsNothingWhereNothingChanged() {
        once();
        sandbox.calls().clear();

        Run run = once();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("home.example.com  ipv4    192.0.2.1  as it should be");
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void saysThatItsMemoryCannotBeUsed() throws IOException {
        Files.writeString(directory.resolve("ddns.json"), "garbage");

        Run run = once();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).startsWith("memory: what was remembered in '").contains("cannot be used");
    }

    @Test
    void aChangeCostsOneCallARecord() throws IOException {
        once();
        sandbox.calls().clear();
        say("192.0.2.2");

        Run run = once();

        assertThat(run.out()).contains("192.0.2.2  changed, before: 192.0.2.1, all name servers show it");
        assertThat(sandbox.calls().all()).extracting(call -> call.method()).containsExactly("PATCH", "PATCH");
        assertThat(published()).containsExactlyInAnyOrder("home A 192.0.2.2 60", "www A 192.0.2.2 60");
    }

    @Test
    void forceComparesWithTheApi() {
        once();
        sandbox.calls().clear();

        Run run = once("--force");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(sandbox.calls().all())
                .isNotEmpty()
                .allMatch(call -> call.method().equals("GET"));
    }

    @Test
    void aDryRunTellsAndChangesNothing() {
        Run run = once("--dry-run");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("home.example.com  ipv4    192.0.2.1  would be changed");
        assertThat(published()).isEmpty();
        assertThat(directory.resolve("ddns.json")).doesNotExist();
    }

    @Test
    void withdrawsWhatItPublishedAndNothingElse() {
        once();
        sandbox.zones().add("example.com", "home", "A", "198.51.100.7");

        Run dry = once("--withdraw", "--dry-run");
        assertThat(dry.out()).contains("would be withdrawn");
        assertThat(published()).hasSize(3);

        Run run = once("--withdraw");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("withdrawn");
        assertThat(published()).containsExactly("home A 198.51.100.7 3600");
    }

    @Test
    void anUnknownAddressChangesNothingAndIsWorthAnotherTry() throws IOException {
        once();
        Files.delete(directory.resolve("address"));

        Run run = once();

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.out()).contains("left alone: no address is known");
        assertThat(run.err()).contains("no ipv4 address: ").contains("file:" + directory.resolve("address"));
        assertThat(published()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"restore, 0", "leave, 0", "report, 1"})
    void whatSomebodyElseChangedIsAFailureWhereItIsToBeReported(String policy, int status) throws IOException {
        once();
        Files.writeString(directory.resolve("ddns.yaml"), "on-drift: " + policy + "\n", StandardOpenOption.APPEND);
        sandbox.zones()
                .records("example.com", "home", "A")
                .forEach(each -> sandbox.zones().remove("example.com", each.uuid()));
        sandbox.zones().add("example.com", "home", "A", "203.0.113.66");

        Run run = once("--force");

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
        assertThat(run.err().contains("home.example.com ipv4: somebody else made it 203.0.113.66"))
                .isEqualTo(status == 1);
    }

    @Test
    void aSecondAgentIsToldWhoHasTheState() {
        try (MemoryFile other = MemoryFile.open(directory.resolve("ddns.json"), Timekeeper.system())) {
            Run run = once("--json");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out() + run.err()).contains("another agent", "uses '" + other.path() + "'; stop it first");
            assertThat(sandbox.calls().all()).isEmpty();
        }
    }

    @Test
    void anApiThatIsAwayIsWorthAnotherTry() {
        sandbox.faults().add(Fault.status(503).always());

        Run run = once("--api-timeout", "1s");

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.out()).contains("failed: server-error");
        assertThat(run.err()).contains("home.example.com ipv4: ").contains("503");
    }

    @Test
    void aTokenThatIsRefusedIsAFailureThatStays() {
        Run run = surroundings().with("VPS_API_TOKEN", "vps_wrong").run(line());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("failed: unauthorized");
        assertThat(run.err()).contains("401").doesNotContain("vps_wrong");
    }

    @Test
    void aNameWithoutAZoneDoesNotHinderTheOthers() throws IOException {
        Files.writeString(
                directory.resolve("ddns.yaml"),
                "state: ddns.json\naddresses: {ipv4: 'file:address'}\nrecords: [home.example.com, home.example.org]\n");

        Run run = once();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("home.example.com  ipv4    192.0.2.1  changed");
        assertThat(run.out()).contains("failed: zone-not-found");
        assertThat(published()).containsExactly("home A 192.0.2.1 60");
    }

    @Test
    void isOneDocumentForPrograms() throws IOException {
        once();
        say("192.0.2.2");

        Run run = once("--json");

        assertThat(run.status()).as(run.err()).isZero();
        JsonNode address = run.json().get("addresses").get(0);
        assertThat(address.get("family").asString()).isEqualTo("ipv4");
        assertThat(address.get("addresses").get(0).asString()).isEqualTo("192.0.2.2");
        JsonNode home = run.json().get("records").get(0);
        assertThat(home.get("name").asString()).isEqualTo("home.example.com");
        assertThat(home.get("result").asString()).isEqualTo("changed");
        assertThat(home.get("before").get(0).asString()).isEqualTo("192.0.2.1");
        assertThat(home.get("now").get(0).asString()).isEqualTo("192.0.2.2");
        assertThat(home.get("changed").asInt()).isEqualTo(1);
        assertThat(home.get("verified").asBoolean()).isTrue();
        assertThat(home.get("error").isNull()).isTrue();
        assertThat(run.json().get("calls").toString()).isEqualTo("{\"patchRecord\":2}");
    }

    @Test
    void theLineWinsOverTheConfigurationWhichWinsOverTheEnvironment() throws IOException {
        String dead = "http://127.0.0.1:1";
        Surroundings elsewhere = surroundings().with("VPS_API_URL", dead);
        Path file = directory.resolve("ddns.yaml");
        Files.writeString(file, Files.readString(file) + "api: {url: '" + sandbox.apiUrl() + "'}\n");
        assertThat(elsewhere.run(line()).status()).isZero();
        Files.delete(directory.resolve("ddns.json"));

        Run run = elsewhere.run(line("--api-timeout", "1s", "--api-url", dead));

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(75);
    }

    @Test
    void theTokenMayStandInAFileBesideTheConfiguration() throws IOException {
        Path file = directory.resolve("ddns.yaml");
        Files.writeString(file, Files.readString(file) + "api: {token-file: token}\n");
        Path token = Files.writeString(directory.resolve("token"), sandbox.token());
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));

        Run run = surroundings().with("VPS_API_TOKEN", "vps_wrong").run(line());

        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void aServerOfUnknownAddressPasses() throws IOException {
        Path file = directory.resolve("ddns.yaml");
        Files.writeString(file, Files.readString(file) + "dns: {nameservers: [ns.invalid]}\n");

        Run run = once();

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.err()).contains("ns.invalid");
    }

    private Run once(String... options) {
        return surroundings().run(line(options));
    }

    private Surroundings surroundings() {
        return SandboxRuns.dns(sandbox);
    }

    private String[] line(String... options) {
        List<String> words = new ArrayList<>(List.of(
                "ddns", "once", "--config", directory.resolve("ddns.yaml").toString()));
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    private void say(String address) throws IOException {
        Files.writeString(directory.resolve("address"), address + "\n");
    }

    private List<String> published() {
        return sandbox.zones().records("example.com").stream()
                .map(DdnsOnceTest::text)
                .toList();
    }

    private static String text(SandboxRecord record) {
        return record.name() + " " + record.type() + " " + record.value() + " " + record.ttl();
    }
}
