// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is told of the addresses; without a token, as no API is called. */
final class DdnsAddressesTest {
    @TempDir
    Path directory;

    @Test
    void tellsWhatEachSourceSaysAndWhatWouldBePublished() throws IOException {
        Run run = addresses("""
                addresses:
                  ipv4: { sources: ["static:192.0.2.7", "file:wan", "file:missing", "command:echo 192.0.2.7"], agree: 2 }
                  ipv6: { sources: ["static:2001:db8::7"] }
                records: [home.example.com]
                """);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("FAMILY +SOURCE +TIME +SAYS\n")
                .containsPattern("ipv4 +static:192.0.2.7 +[0-9]+ ms +192.0.2.7\n")
                .containsPattern("ipv4 +file:\\S+/wan +[0-9]+ ms +file:\\S+/wan says 10.0.0.1, which is private")
                .containsPattern("ipv4 +file:\\S+/missing +[0-9]+ ms +\\S.*missing")
                .containsPattern("ipv4 +command:echo +[0-9]+ ms +192.0.2.7\n")
                .containsPattern("ipv6 +static:2001:db8::7 +[0-9]+ ms +2001:db8::7\n")
                .containsPattern("\nipv4: 192.0.2.7 would be published, said by static:192.0.2.7, command:echo\n")
                .endsWith("\nipv6: 2001:db8::7 would be published, said by static:2001:db8::7\n");
    }

    @Test
    void anAddressThatIsNotKnownIsWorthAnotherTry() throws IOException {
        Run run = addresses("addresses: { ipv4: \"file:wan\" }\nrecords: [home.example.com]\n");

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.out()).contains("\nipv4: not known: ").contains("10.0.0.1, which is private");
    }

    @Test
    void isOneDocumentForPrograms() throws IOException {
        Run run = addresses(
                "addresses: { ipv4: [\"static:192.0.2.7\", \"file:wan\"] }\nrecords: [home.example.com]\n", "--json");

        JsonNode four = run.json().get("addresses").get(0);
        assertThat(four.get("family").asString()).isEqualTo("ipv4");
        assertThat(four.get("known").asBoolean()).isTrue();
        assertThat(four.get("addresses").toString()).isEqualTo("[\"192.0.2.7\"]");
        assertThat(four.get("agreed_by").toString()).isEqualTo("[\"static:192.0.2.7\"]");
        JsonNode wan = four.get("sources").get(1);
        assertThat(wan.get("refused").get(0).get("address").asString()).isEqualTo("10.0.0.1");
        assertThat(wan.get("refused").get(0).get("kind").asString()).isEqualTo("private");
        assertThat(wan.get("problem").asString()).contains("allow: [private]");
    }

    @Test
    void rulesOfSingleRecordsAreAskedAsWell() throws IOException {
        Run run = addresses("""
                records:
                  - { name: a.example.com, addresses: { ipv4: "static:192.0.2.1" } }
                  - { name: b.example.com, addresses: { ipv4: "static:192.0.2.2" } }
                  - { name: c.example.com, addresses: { ipv4: "static:192.0.2.1" } }
                """);

        assertThat(run.out().lines().filter(line -> line.startsWith("ipv4: ")))
                .containsExactly(
                        "ipv4: 192.0.2.1 would be published, said by static:192.0.2.1",
                        "ipv4: 192.0.2.2 would be published, said by static:192.0.2.2");
    }

    @Test
    void looksAtTheInterfacesWhereNothingIsConfigured() {
        Run run = Run.of("ddns", "addresses", "--json");

        assertThat(run.status()).isIn(0, 75);
        assertThat(run.json().get("addresses"))
                .hasSize(2)
                .allSatisfy(family -> assertThat(
                                family.get("sources").get(0).get("source").asString())
                        .isEqualTo("interface"));
    }

    private Run addresses(String configuration, String... options) throws IOException {
        Files.writeString(directory.resolve("wan"), "10.0.0.1\n");
        Path file = Files.writeString(directory.resolve("ddns.yaml"), configuration);
        String[] line = new String[options.length + 4];
        System.arraycopy(new String[] {"ddns", "addresses", "--config", file.toString()}, 0, line, 0, 4);
        System.arraycopy(options, 0, line, 4, options.length);
        return Run.of(line);
    }
}
