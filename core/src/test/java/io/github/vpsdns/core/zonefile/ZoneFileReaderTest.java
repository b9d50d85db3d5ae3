// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import static io.github.vpsdns.core.zonefile.ZoneFiles.read;
import static io.github.vpsdns.core.zonefile.ZoneFiles.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneFileReaderTest {
    @Test
    void readsTheEightTypes() {
        ZoneFile file = read("""
                $TTL 300
                @     A     192.0.2.1
                @     AAAA  2001:DB8::1
                www   CNAME @
                @     MX    10 mail
                @     TXT   "v=spf1 -all"
                sub   NS    ns1.example.net.
                _sip._tcp SRV 1 2 5060 sip.example.net.
                @     CAA   0 issue "ca.example"
                """);

        assertThat(said(file))
                .containsExactly(
                        "_sip._tcp.example.com 300 SRV 1 2 5060 sip.example.net",
                        "example.com 300 A 192.0.2.1",
                        "example.com 300 AAAA 2001:db8::1",
                        "example.com 300 CAA 0 issue \"ca.example\"",
                        "example.com 300 MX 10 mail.example.com",
                        "example.com 300 TXT \"v=spf1 -all\"",
                        "sub.example.com 300 NS ns1.example.net",
                        "www.example.com 300 CNAME example.com");
    }

    @Test
    void tellsTheLineOfEachRecord() {
        ZoneFile file = read("; comment\n\nwww A 192.0.2.1\n\n  AAAA (\n 2001:db8::1 )\nmail A 192.0.2.2\n");

        assertThat(file.records()).extracting(ZoneFileRecord::line).containsExactly(3, 5, 7);
    }

    @Test
    void takesTtlAndClassInEitherOrderOrNot() {
        ZoneFile file = read("a 60 IN A 192.0.2.1\nb IN 70 A 192.0.2.1\nc 1h30m A 192.0.2.1\nd in a 192.0.2.1\n");

        assertThat(file.records())
                .extracting(record -> String.valueOf(record.ttl()))
                .containsExactly("60", "70", "5400", "5400");
    }

    @Test
    void prefersTheDefaultTtlToTheLastOne() {
        ZoneFile file = read("$TTL 1d\na 60 A 192.0.2.1\nb A 192.0.2.1\n$TTL 2h\nc A 192.0.2.1\n");

        assertThat(file.records())
                .extracting(record -> String.valueOf(record.ttl()))
                .containsExactly("60", "86400", "7200");
    }

    @Test
    void takesTheMinimumOfTheSoaWhereNoTtlIsSaid() {
        ZoneFile file = read("@ SOA ns1 hostmaster 1 3600 900 1209600 300\n@ A 192.0.2.1\n");

        assertThat(said(file)).containsExactly("example.com 300 A 192.0.2.1");
    }

    @Test
    void leavesTheTtlOpenWhereTheFileSaysNone() {
        assertThat(read("a A 192.0.2.1\n").records().get(0).ttl()).isNull();
    }

    @Test
    void followsTheOriginAndTheLastOwner() {
        ZoneFile file = read("""
                $ORIGIN sub
                a 60 A 192.0.2.1
                  60 MX 5 mail
                $ORIGIN example.com.
                a A 192.0.2.2
                other.example.com. A 192.0.2.3
                """);

        assertThat(said(file))
                .containsExactly(
                        "a.example.com 60 A 192.0.2.2",
                        "a.sub.example.com 60 A 192.0.2.1",
                        "a.sub.example.com 60 MX 5 mail.sub.example.com",
                        "other.example.com 60 A 192.0.2.3");
    }

    @Test
    void joinsAndUnescapesTheStringsOfText() {
        ZoneFile file = read("a 1 TXT \"one; \\\"two\\\" \" three\\ four \"\\195\\188 (\" ( \"a\"\n \"b\" )\n");

        assertThat(file.records().get(0).data()).isEqualTo(new Txt("one; \"two\" three fourü (ab"));
    }

    @Test
    void readsTextInUtf8AndNamesAsALabels() {
        ZoneFile file = read("bücher 60 TXT \"grüße\"\n");

        assertThat(said(file)).containsExactly("xn--bcher-kva.example.com 60 TXT \"grüße\"");
    }

    @Test
    void readsWhatWindowsWrites() {
        byte[] bytes = "\ufeffa 60 A 192.0.2.1\r\nb 60 TXT \"x\"\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(said(ZoneFiles.read(new ZoneFileReader(ZoneFiles.ZONE), bytes)))
                .containsExactly("a.example.com 60 A 192.0.2.1", "b.example.com 60 TXT \"x\"");
    }

    @Test
    void readsTheGenericForm() {
        ZoneFile file = read("""
                @ 60 TYPE257 \\# 22 000569737375 65 6C657473656E63727970742E6F7267
                @ 60 CLASS1 TYPE1 \\# 4 C0000201
                @ 60 TYPE28 \\# 16 20010db8000000000000000000000001
                @ 60 TYPE15 \\# 10 000a 046d61696c 0161 00
                @ 60 TYPE16 \\# 4 03 616263
                """);

        assertThat(said(file))
                .containsExactly(
                        "example.com 60 A 192.0.2.1",
                        "example.com 60 AAAA 2001:db8::1",
                        "example.com 60 CAA 0 issue \"letsencrypt.org\"",
                        "example.com 60 MX 10 mail.a",
                        "example.com 60 TXT \"abc\"");
    }

    @Test
    void leavesOutTheSoaAndWhatSigningAdds() {
        ZoneFile file = read("""
                @ 60 SOA ns1 hostmaster 1 2 3 4 5
                @ 60 RRSIG A 13 2 60 20260101000000 20250101000000 1 example.com. AAAA
                @ 60 A 192.0.2.1
                @ 60 SOA ns1 hostmaster 1 2 3 4 5
                """);

        assertThat(file.hasSoa()).isTrue();
        assertThat(file.records()).hasSize(1);
        assertThat(file.leftOut())
                .extracting(LeftOut::line, LeftOut::reason)
                .containsExactly(
                        tuple(1, LeftOut.Reason.SOA), tuple(2, LeftOut.Reason.SIGNING), tuple(4, LeftOut.Reason.SOA));
    }

    @Test
    void leavesOutUnsupportedTypesIfAsked() {
        ZoneFile file = ZoneFiles.read(
                new ZoneFileReader(ZoneFiles.ZONE).skippingUnsupported(),
                "@ 60 HTTPS 1 . alpn=h2\n@ 60 A 192.0.2.1\n".getBytes(StandardCharsets.UTF_8));

        assertThat(file.records()).hasSize(1);
        assertThat(file.leftOut())
                .containsExactly(new LeftOut(1, ZoneFiles.ZONE, RecordType.of("HTTPS"), LeftOut.Reason.UNSUPPORTED));
    }

    @Test
    void countsAValueOnce() {
        ZoneFile file = read("a 60 A 192.0.2.1\nA.example.com. 60 A 192.0.2.1\n");

        assertThat(file.records()).hasSize(1);
        assertThat(file.remarks())
                .isEqualTo(List.of(
                        new Remark(2, "the same A of a.example.com stands in the file before; it counts once")));
    }

    @Test
    void givesASetTheTtlOfItsFirstRecord() {
        ZoneFile file = read("a 60 A 192.0.2.1\na 70 A 192.0.2.2\n");

        assertThat(said(file)).containsExactly("a.example.com 60 A 192.0.2.1", "a.example.com 60 A 192.0.2.2");
        assertThat(file.remarks())
                .isEqualTo(List.of(new Remark(2, "A of a.example.com has a TTL of 70; the set's is 60, from line 1")));
    }

    @Test
    void takesAnEmptyFileForNoRecords() {
        assertThat(read("").records()).isEmpty();
        assertThat(read("; nothing\n\n").records()).isEmpty();
    }
}
