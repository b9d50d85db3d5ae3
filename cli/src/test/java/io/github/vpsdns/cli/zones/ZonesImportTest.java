// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Input;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonesImportTest {
    private static final String SOA = "@ 3600 SOA ns1.old.example. hostmaster 1 2 3 4 5\n";

    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void printsThePlanAndCarriesItOut() {
        add("www", "A", "192.0.2.1", 300);

        Run run = run("www 60 A 192.0.2.1\nmail 60 A 192.0.2.2\n@ 60 MX 10 mail\n");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("""
                           NAME              TTL        TYPE  VALUE
                        +  example.com       60         MX    10 mail.example.com
                        +  mail.example.com  60         A     192.0.2.2
                        ~  www.example.com   300 -> 60  A     192.0.2.1
                        created 2, changed 1, removed 0
                        """);
        assertThat(contents()).containsExactly("@ 60 MX mail.example.com", "mail 60 A 192.0.2.2", "www 60 A 192.0.2.1");
    }

    @Test
    void changesNothingInADryRun() {
        Run run = run("www 60 A 192.0.2.1\n", "--dry-run");

        assertThat(run.out()).endsWith("would create 1, change 0 and remove 0\n");
        assertThat(contents()).isEmpty();
    }

    @Test
    void takesOneCallForEachChangeBesidesTwo() {
        run("a 60 A 192.0.2.1\nb 60 A 192.0.2.1\nc 60 A 192.0.2.1\n");

        assertThat(sandbox.calls().all()).hasSize(5);
    }

    @Test
    void hasNothingToDoTheSecondTime() {
        String file =
                "a 60 A 192.0.2.1\n@ 60 TXT \"x\" \"y\"\n_sip._tcp 60 SRV 1 2 3 sip\n@ 60 CAA 0 issue \"ca.example\"\n";
        run(file);

        assertThat(run(file).out()).isEqualTo("nothing to change: 4 records of the file were there already\n");
    }

    @Test
    void leavesWhatIsNotInTheFileAndShowsWhatStandsBeside() {
        add("www", "A", "192.0.2.9", 60);
        add("old", "A", "192.0.2.9", 60);

        Run run = run("www 60 A 192.0.2.1\n");

        assertThat(run.out()).contains("=  www.example.com  60   A     192.0.2.9  (stays: not in the file)");
        assertThat(run.err()).isEqualTo("1 record of the zone is not in the file and stays\n");
        assertThat(contents()).containsExactly("old 60 A 192.0.2.9", "www 60 A 192.0.2.1", "www 60 A 192.0.2.9");
    }

    @Test
    void prunesTheWholeZoneWhereTheFileHasAnSoa() {
        add("www", "A", "192.0.2.9", 60);
        add("old", "A", "192.0.2.9", 60);
        add("@", "NS", "ns1.vps.org", 60);
        add("_acme-challenge", "TXT", "token", 60);

        Run run = run(SOA + "@ 60 NS ns1.old.example.\nwww 60 A 192.0.2.1\n", "--prune");

        assertThat(run.out())
                .contains("~  www.example.com", "192.0.2.9 -> 192.0.2.1", "-  old.example.com")
                .contains("ns1.vps.org  (stays: the zone's own name servers)")
                .contains("token  (stays: a challenge may be under way)")
                .endsWith("created 0, changed 1, removed 1\n");
        assertThat(run.err())
                .contains("left out: 1 SOA (the provider makes its own)")
                .contains("left out: NS of example.com (the zone's own name servers are the provider's)");
        assertThat(contents())
                .containsExactly("@ 60 NS ns1.vps.org", "_acme-challenge 60 TXT token", "www 60 A 192.0.2.1");
    }

    @Test
    void prunesOnlyTheSetsOfAFileWithoutSoa() {
        add("www", "A", "192.0.2.9", 60);
        add("www", "A", "192.0.2.1", 60);
        add("www", "TXT", "stays", 60);
        add("old", "A", "192.0.2.9", 60);

        run("www 60 A 192.0.2.1\n", "--prune");

        assertThat(contents()).containsExactly("old 60 A 192.0.2.9", "www 60 A 192.0.2.1", "www 60 TXT stays");
    }

    @Test
    void removesNoMoreThanHalfOfTheZoneUnlessTold() {
        add("a", "A", "192.0.2.1", 60);
        add("b", "A", "192.0.2.1", 60);
        add("c", "A", "192.0.2.1", 60);

        Run refused = run(SOA + "a 60 A 192.0.2.1\n", "--prune");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .endsWith(
                        "vpsdns: nothing was done: this would remove 2 of 3 records, and more than half needs a word: give"
                                + " --prune-limit 2 if that is meant\n");
        assertThat(contents()).hasSize(3);
        assertThat(run(SOA + "a 60 A 192.0.2.1\n", "--prune", "--prune-limit", "2")
                        .status())
                .isZero();
        assertThat(contents()).containsExactly("a 60 A 192.0.2.1");
    }

    @Test
    void prunesNothingWhereTheApiCountsMoreThanItShows() {
        add("a", "A", "192.0.2.1", 60);
        add("b", "A", "192.0.2.1", 60);
        String zone = sandbox.zones().all().get(0).uuid();
        String body = "[{\"uuid\": \"" + zone + "\", \"domain\": \"example.com\", \"record_count\": 50}]";
        sandbox.faults()
                .add(Fault.status(200, Map.of("Content-Type", "application/json"), body)
                        .on("GET", "/dns-zones/")
                        .always());

        Run run = run(SOA + "a 60 A 192.0.2.1\n", "--prune");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("the API counts 50 records in example.com and shows 2");
        assertThat(contents()).hasSize(2);
    }

    @Test
    void touchesNothingAtKeptNames() {
        add("home", "A", "192.0.2.9", 60);

        Run run = run(SOA + "home 60 A 192.0.2.1\nwww 60 A 192.0.2.1\n", "--prune", "--keep", "home.example.com");

        assertThat(run.err()).contains("left out: A of home.example.com (--keep)");
        assertThat(contents()).containsExactly("home 60 A 192.0.2.9", "www 60 A 192.0.2.1");
    }

    @Test
    void tellsAllMistakesAndCallsNothing() {
        Run run = run("a 60 A 192.0.2.256\nb 60 PTR host\nc 60 A 192.0.2.1\n");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        file() + ":1: '192.0.2.256' is not an IPv4 address; expected one such as 192.0.2.1",
                        file()
                                + ":2: the API has no records of type PTR ('b.example.com'); it has A, AAAA, CNAME, MX, TXT,"
                                + " NS, SRV and CAA",
                        "vpsdns: the zone file has 2 mistakes, told above; nothing was done");
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void leavesOutUnsupportedTypesIfAsked() {
        Run run = run("b 60 PTR host\nb 60 HTTPS 1 .\nc 60 A 192.0.2.1\n", "--skip-unsupported");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("left out: 1 HTTPS, 1 PTR (the API has no such records)\n");
    }

    @Test
    void refusesACnameBesideWhatStays() {
        add("www", "A", "192.0.2.9", 60);

        Run run = run("www 60 CNAME example.com.\nother 60 A 192.0.2.1\n");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("vpsdns: 'www.example.com' has A in the zone, beside which no CNAME may stand\n");
        assertThat(contents()).hasSize(1);
    }

    @Test
    void saysWhatWasDoneWhenTheApiGoesAwayAndGoesOnLater() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            file.append("host").append(i).append(" 60 A 192.0.2.").append(i).append('\n');
        }
        sandbox.faults().add(Fault.status(401).on("POST", "/**").skip(20).always());

        Run run = run(file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).endsWith("created 20, changed 0, removed 0\n");
        assertThat(run.err()).contains("the import is incomplete: 20 of 60 changes are done", "run it again");
        sandbox.faults().clear();
        assertThat(run(file.toString()).out())
                .endsWith("created 40, changed 0, removed 0; 20 records of the file were there already\n");
    }

    @Test
    void waitsAsLongAsTheApiAsks() {
        sandbox.faults()
                .add(Fault.status(429, Duration.ofSeconds(1)).on("POST", "/**").times(3));

        assertThat(run("a 60 A 192.0.2.1\nb 60 A 192.0.2.1\n").status()).isZero();
    }

    @Test
    void readsStandardInput() {
        Input typed = new Input() {
            @Override
            public InputStream stream() {
                return new ByteArrayInputStream("a 60 A 192.0.2.1\nb 60 A x\n".getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public boolean isTerminal() {
                return false;
            }

            @Override
            public Optional<String> ask(String prompt) {
                return Optional.empty();
            }
        };

        Run run = SandboxRuns.api(sandbox).typing(typed).run("zones", "import", "example.com", "-");

        assertThat(run.err()).startsWith("vpsdns: standard input:2: 'x' is not an IPv4 address");
    }

    @Test
    void printsPlanAndResultAsOneDocument() {
        add("www", "A", "192.0.2.9", 300);

        Run run = run(
                SOA + "www 60 A 192.0.2.1\n@ 60 MX 10 mail\nb 60 A 192.0.2.1\nb 60 A 192.0.2.1\n", "--prune", "--json");

        assertThat(run.json().get("scope").asString()).isEqualTo("whole-zone");
        assertThat(run.json().get("created").asInt()).isEqualTo(2);
        assertThat(run.json().get("steps").get(2).toString())
                .isEqualTo(
                        "{\"action\":\"change\",\"name\":\"www.example.com\",\"type\":\"A\",\"ttl\":60,\"priority\":null,"
                                + "\"value\":\"192.0.2.1\",\"old_ttl\":300,\"old_priority\":null,\"old_value\":\"192.0.2.9\","
                                + "\"state\":\"done\",\"reason\":null}");
        assertThat(run.json().get("left_out").get(0).get("type").asString()).isEqualTo("SOA");
        assertThat(run.json().get("ignored").size()).isZero();
        assertThat(run.json().get("remarks").get(0).get("line").asInt()).isEqualTo(5);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Run run = SandboxRuns.api(sandbox).run("zones", "import", "example.com", "/nowhere/x.zone");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("vpsdns: the zone file '/nowhere/x.zone' cannot be read: there is no such file\n");
    }

    @Test
    void bringsBackWhatWasExported() {
        add("www", "A", "192.0.2.1", 300);
        add("@", "TXT", "\"quoted\" and; \\ more ü", 60);
        add("*.wild", "AAAA", "2001:db8::1", 60);
        add("_sip._tcp", "SRV", "5 5060 sip.example.com", 60, 10);
        add("@", "CAA", "0 issue \"ca.example\"", 60);
        List<String> before = contents();
        String exported =
                SandboxRuns.api(sandbox).run("zones", "export", "example.com").out();
        sandbox.zones().delete("example.com");
        sandbox.zones().create("example.com");

        assertThat(run(exported).status()).isZero();

        assertThat(contents()).isEqualTo(before);
        assertThat(run(exported, "--prune").out()).startsWith("nothing to change");
    }

    private void add(String name, String type, String value, int ttl) {
        sandbox.zones().add("example.com", name, type, value, ttl, null);
    }

    private void add(String name, String type, String value, int ttl, int priority) {
        sandbox.zones().add("example.com", name, type, value, ttl, priority);
    }

    private List<String> contents() {
        return sandbox.zones().records("example.com").stream()
                .map(ZonesImportTest::words)
                .sorted()
                .toList();
    }

    private static String words(SandboxRecord record) {
        return record.name() + " " + record.ttl() + " " + record.type() + " " + record.value();
    }

    private Path file() {
        return directory.resolve("test.zone");
    }

    private Run run(String text, String... options) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> args = new ArrayList<>(List.of("zones", "import", "example.com", file().toString()));
        args.addAll(List.of(options));
        return SandboxRuns.api(sandbox).run(args.toArray(String[]::new));
    }
}
