// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneFileMistakesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a A 192.0.2.256            | '192.0.2.256' is not an IPv4 address; expected one such as 192.0.2.1",
                "a A                        | A is followed by nothing; expected an address such as 192.0.2.1",
                "a A 192.0.2.1 192.0.2.2    | A is followed by 2 words; expected an address such as 192.0.2.1",
                "a A \"192.0.2.1\"          | '192.0.2.1' is in quotes; expected it without",
                "a 192.0.2.1                | '192.0.2.1' is not a record type; expected one such as A, AAAA or TXT",
                "a 60 IN                    | a record of a.example.com has no type; expected one such as A or TXT",
                "a 0 A 192.0.2.1            | a TTL of 0 is refused; expected 1 to 2147483647 seconds",
                "a 2147483648 A 192.0.2.1   | '2147483648' is too long a time; expected at most 2147483647 seconds",
                "a 99999w A 192.0.2.1       | '99999w' is too long a time; expected at most 2147483647 seconds",
                "a CH A 192.0.2.1           | the class 'CH' is not that of the Internet; expected IN",
                "a MX mail                  | MX is followed by 'mail'; expected a priority and a name, such as '10 mail'",
                "a MX 70000 mail            | 70000 is no MX priority; expected 0 to 65535",
                "a MX ten mail              | 'ten' is not a number that fits",
                "a PTR host                 | the API has no records of type PTR ('a.example.com'); it has A, AAAA, CNAME, MX, TXT, NS, SRV and CAA",
                "other.org. A 192.0.2.1     | 'other.org' is not within the zone example.com",
                "other.org. SOA a b 1 2 3 4 5 | this is a zone file of 'other.org'; expected one of 'example.com'",
                "@ CNAME www                | 'example.com' is the apex of the zone, which cannot be a CNAME",
                "a\\.b A 192.0.2.1          | 'a\\.b' has a dot inside a label ('\\.'), which the API cannot keep",
                "a TXT \"\\300\"            | '\\300' has a backslash before a digit; expected three digits, \\000 to \\255",
                "a TXT \"\\255\"            | a TXT value has bytes that are not UTF-8, which the API cannot keep",
                "a TXT \"\"                 | a TXT value is empty; expected at least one character",
                "a TXT \"never ends         | a quoted text does not end on its line; a '\"' is missing",
                "a A ) 192.0.2.1            | a ')' has no '(' before it",
                "a A ( 192.0.2.1            | a '(' is never closed",
                "a A 192.0.2.1 \\           | a line ends in a backslash; expected a character after it",
                "a A \\# 4 C00002           | the data after \\# is not whole; expected its length in bytes, then as many in hex",
                "a A \\# 3 C00002           | the bytes after \\# are not a value of type A",
                "$INCLUDE /etc/passwd       | $INCLUDE is not followed; put the other file's content here, for example with named-compilezone",
                "$TTL                       | $TTL stands with 0 words; expected a time such as 3600 and nothing else",
                "$TTL often                 | 'often' is not a time; expected seconds such as 3600, or units such as 1h30m",
                "$OTHER x                   | '$OTHER' is not a directive that is understood; expected $ORIGIN, $TTL or $GENERATE",
                "$GENERATE 1-2147483 h$ A 192.0.2.1 | the file has more than 100000 records, which no zone here can have",
            })
    void saysWhatIsWrong(String line, String problem) {
        assertThat(lines(line.strip() + "\n")).containsExactly("test.zone:1: " + problem);
    }

    @Test
    void refusesARecordWithoutAnyNameBeforeIt() {
        assertThat(lines("  60 A 192.0.2.1\n"))
                .containsExactly("test.zone:1: the name of this record is left out, and none before it can be used");
    }

    @Test
    void tellsEveryMistakeWithItsLine() {
        assertThat(lines("a 60 A x\nb 60 A 192.0.2.1\nc 60 B (\n)\nd 60 TXT \"open\ne 60 MX 1\n"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("test.zone:1:", "test.zone:3:", "test.zone:5:", "test.zone:6:");
    }

    @Test
    void stopsAfterTwentyMistakes() {
        List<String> lines = lines("a A x\n".repeat(1000));

        assertThat(lines).hasSize(21).last().isEqualTo("test.zone: reading stopped there; there may be more mistakes");
    }

    @Test
    void refusesWhatStandsBesideACname() {
        assertThat(lines(
                        "a 60 CNAME b\na 60 A 192.0.2.1\nc 60 A 192.0.2.1\nc 60 CNAME b\nd 60 CNAME b\nd 60 CNAME c\n"))
                .containsExactly(
                        "test.zone:2: A of a.example.com stands beside the CNAME of line 1; a CNAME stands alone at its name",
                        "test.zone:4: CNAME of c.example.com stands beside the A of line 3; a CNAME stands alone at its"
                                + " name",
                        "test.zone:6: CNAME of d.example.com stands beside the CNAME of line 5; a CNAME stands alone at its"
                                + " name");
    }

    @Test
    void showsNoControlCharacters() {
        assertThat(lines("a\u001b[31m A 192.0.2.1\n").get(0))
                .contains("\\027[31m")
                .doesNotContain("\u001b");
    }

    private static List<String> lines(String text) {
        return catchThrowableOfType(ZoneFileException.class, () -> ZoneFiles.read(text))
                .lines();
    }
}
