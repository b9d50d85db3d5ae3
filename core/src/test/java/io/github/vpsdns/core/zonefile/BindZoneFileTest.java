// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.RandomValues;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BIND 9 reads what is written here, and what BIND writes is read here, with the same meaning. */
@NeedsPrograms({"named-checkzone", "named-compilezone"})
class BindZoneFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void understandsTheSameOfWhatIsWrittenHere(long seed) throws Exception {
        List<ZoneFileRecord> records = ZoneFiles.random(new RandomValues(seed), 400);
        String text = ZoneFiles.loadable(ZoneFiles.writer(records)).text();

        assertThat(said(compiled(text))).isEqualTo(said(ZoneFiles.read(text)));
    }

    @Test
    void loadsWhatIsWrittenHere() throws Exception {
        Path file = directory.resolve("checked.zone");
        Files.writeString(
                file,
                ZoneFiles.loadable(ZoneFiles.writer(ZoneFiles.random(new RandomValues(5), 200)))
                        .text());

        // Names that are no host names, and targets that do not exist, are legal; the random ones are both.
        assertThat(run("named-checkzone", "-k", "ignore", "-i", "none", "example.com", file.toString()))
                .contains("loaded serial 1", "OK");
    }

    /** The corners of the format, each of which BIND reads as well. */
    @Test
    void readsTheFormatAsBindDoes() throws Exception {
        String text = """
                @ IN SOA ns1.example.net. hostmaster (
                    1       ; serial
                    1h 15m 2w
                    5m )
                    NS ns1.example.net.
                    NS ns2.example.net.
                www 1h IN A 192.0.2.1
                    IN 30m AAAA 2001:db8::1
                $TTL 1d12h
                a\\098c TXT one "two \\"three\\"" f\\;our "\\195\\164"
                ( paren ) ( 5 ) MX ( 10
                  mail ) ; comment with ( and "
                $ORIGIN sub.example.com.
                deep.er CNAME @
                @ TXT "semi;colon" (
                  "and (parens)" )
                $ORIGIN example.com.
                * A 192.0.2.77
                UPPER CAA 0 IsSue "ca.example; policy=ev"
                _sip._tcp SRV 0 5 5060 sip
                $GENERATE 1-3 host-$ A 192.0.2.$
                $GENERATE 0-20/5 g${1,3,d} 300 AAAA 2001:db8::${0,0,x}
                $GENERATE 7-9 x${0,2,X}o${0,2,o} CNAME host-${-6}
                $GENERATE 250-251 n${0,5,n} A 10.0.0.$
                $GENERATE 250-251 N${0,0,N} IN A 10.0.0.$
                $GENERATE 1-2 mail$ MX "1$ mail$"
                $GENERATE 1-2 t$ TXT "\\"text number $\\""
                """;
        ZoneFile ours = ZoneFiles.read(text);

        assertThat(ours.records()).hasSize(30);
        assertThat(said(compiled(text))).isEqualTo(said(ours));
    }

    private ZoneFile compiled(String text) throws IOException, InterruptedException {
        Path in = directory.resolve("in.zone");
        Path out = directory.resolve("out.zone");
        Files.writeString(in, text);
        run("named-compilezone", "-k", "ignore", "-i", "none", "-o", out.toString(), "example.com", in.toString());
        try (var written = Files.newInputStream(out)) {
            return new ZoneFileReader(DomainName.of("example.com")).read("out.zone", written);
        }
    }

    private static List<String> said(ZoneFile file) {
        return ZoneFiles.said(file);
    }

    private static String run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Programs.find(program).orElseThrow().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
