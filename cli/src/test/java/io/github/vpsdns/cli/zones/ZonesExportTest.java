// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.ListShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonesExportTest {
    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void writesAZoneFileThatServersLoad() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 300, null);
        sandbox.zones().add("example.com", "@", "MX", "mail.example.com", 600, 10);
        sandbox.zones().add("example.com", "@", "TXT", "v=spf1 -all");

        Run run = SandboxRuns.api(sandbox).at(new StoppedTime()).run("zones", "export", "example.com");

        String id = sandbox.zones().all().get(0).uuid();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceFirst("vpsdns \\S+ at", "vpsdns 1.2.3 at")).isEqualTo("""
                        ; Zone example.com (%s) with 3 records
                        ; Exported by vpsdns 1.2.3 at 2026-05-04T03:02:01Z
                        ; The SOA record and the NS records of the zone itself are made up for servers that load this file:
                        ; the API does not show its own. An import leaves them out.
                        $ORIGIN example.com.
                        $TTL 3600
                        @\t3600\tIN\tSOA\tns1.vps.org. hostmaster.example.com. 1777863721 3600 900 1209600 300
                        @\t3600\tIN\tNS\tns1.vps.org.
                        @\t3600\tIN\tNS\tns2.vps.org.
                        @\t600\tIN\tMX\t10 mail.example.com.
                        @\t3600\tIN\tTXT\t"v=spf1 -all"
                        www\t300\tIN\tA\t192.0.2.1
                        """.formatted(id));
    }

    @Test
    void takesTwoCalls() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1");

        run("zones", "export", "example.com");

        assertThat(sandbox.calls().all()).hasSize(2);
    }

    @Test
    void leavesOutWhatIsMadeUpIfAsked() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1");

        assertThat(run("zones", "export", "example.com", "--no-soa").out())
                .doesNotContain("SOA", "NS\t")
                .endsWith("$TTL 3600\nwww\t3600\tIN\tA\t192.0.2.1\n");
    }

    @Test
    void keepsTheNameServersThatTheZoneHas() {
        sandbox.zones().add("example.com", "@", "NS", "ns1.example.net");

        assertThat(run("zones", "export", "example.com").out())
                .contains("@\t3600\tIN\tNS\tns1.example.net.\n")
                .doesNotContain("NS\tns1.vps.org.");
    }

    @Test
    void writesWhatItDoesNotUnderstandAsCommentsAndSaysSo() {
        sandbox.zones().add("example.com", "odd", "PTR", "host\nwww 60 IN A 192.0.2.66");

        Run run = run("zones", "export", "example.com");

        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("""
                        ; Not understood, and therefore not part of the zone file:
                        ; odd 3600 PTR host\\010www 60 IN A 192.0.2.66
                        """);
        assertThat(run.err())
                .isEqualTo("1 record could not be understood; written as a comment: odd 3600 PTR host\\010www 60 IN A"
                        + " 192.0.2.66\n");
    }

    @Test
    void savesAFileForItsOwnerOnly() throws Exception {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1");
        Path file = directory.resolve("example.zone");
        Files.writeString(file, "the backup of yesterday");

        Run run = run("zones", "export", "example.com", "--output", file.toString());

        assertThat(run.out()).isEqualTo("saved 1 record of example.com in " + file + "\n");
        assertThat(Files.readString(file)).contains("www\t3600\tIN\tA\t192.0.2.1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheOldFileWhereTheZoneCannotBeRead() throws Exception {
        Path file = directory.resolve("example.zone");
        Files.writeString(file, "the backup of yesterday");
        sandbox.faults().add(Fault.status(403).on("GET", "/dns-zones/*/").always());

        assertThat(run("zones", "export", "example.com", "-o", file.toString()).status())
                .isEqualTo(1);

        assertThat(Files.readString(file)).isEqualTo("the backup of yesterday");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        Run run = run(
                "zones",
                "export",
                "example.com",
                "-o",
                directory.resolve("none/x.zone").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("vpsdns: the zone file '" + directory
                        + "/none/x.zone' could not be written: there is no such file\n");
    }

    @Test
    void writesNoShortBackupWhereTheApiContradictsItself() {
        addThree();
        sandbox.listShape(ListShape.SHORT_ARRAY, 2);
        showOnlyTheFirst();

        Run run = run("zones", "export", "example.com");

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("it is not certain which records zone example.com has", "shows 1 and lists 2");
    }

    @Test
    void warnsWhereTheApiCountsMoreThanItShows() {
        addThree();
        sandbox.listShape(ListShape.SHORT_ARRAY, 1);
        showOnlyTheFirst();

        Run run = run("zones", "export", "example.com");

        assertThat(run.err()).isEqualTo("this may not be the whole zone: the API counts 3 records and shows 1\n");
        assertThat(run.out()).contains("; WARNING: this may not be the whole zone");
    }

    @Test
    void printsOneDocumentForPrograms() {
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1");

        Run run = run("zones", "export", "example.com", "--json");

        assertThat(run.json().get("zone").asString()).isEqualTo("example.com");
        assertThat(run.json().get("record_count").asInt()).isOne();
        assertThat(run.json().get("certain").asBoolean()).isTrue();
        assertThat(run.json().get("zone_file").asString()).endsWith("www\t3600\tIN\tA\t192.0.2.1\n");
    }

    private void addThree() {
        for (int i = 0; i < 3; i++) {
            sandbox.zones().add("example.com", "host" + i, "A", "10.0.0." + i);
        }
    }

    private void showOnlyTheFirst() {
        String body = """
                {"uuid": "%s", "domain": "example.com", "records": [{"uuid": "%s", "record_type": "A", "name": "host0",
                "value": "10.0.0.0", "ttl": 60, "priority": null}]}""".formatted(
                        sandbox.zones().all().get(0).uuid(),
                        sandbox.zones().records("example.com").get(0).uuid());
        sandbox.faults()
                .add(Fault.status(200, Map.of("Content-Type", "application/json"), body)
                        .on("GET", "/dns-zones/*/")
                        .always());
    }

    private Run run(String... args) {
        return SandboxRuns.api(sandbox).run(args);
    }

    /** The time of day does not move. */
    private static final class StoppedTime implements Timekeeper {
        @Override
        public Instant now() {
            return Instant.parse("2026-05-04T03:02:01.987Z");
        }

        @Override
        public long nanoTime() {
            return Timekeeper.system().nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Timekeeper.system().sleep(duration);
        }
    }
}
