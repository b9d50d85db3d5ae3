// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.testing.RandomValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneFileWriterTest {
    private static final DomainName ZONE = ZoneFiles.ZONE;
    private static final Ttl TTL = Ttl.of(60);

    private final ZoneFileWriter writer = new ZoneFileWriter(ZONE);

    @Test
    void writesSortedLinesBelowTheOrigin() {
        writer.comment("a comment").finalComment("the end").soa(ZoneFiles.soa());
        writer.record(DomainName.of("b.a.example.com"), TTL, A.of("192.0.2.2"));
        writer.record(DomainName.of("b.example.com"), TTL, A.of("192.0.2.3"));
        writer.record(DomainName.of("a.example.com"), TTL, A.of("192.0.2.1"));
        writer.record(ZONE, TTL, new Mx(100, DomainName.of("mail.example.com")));
        writer.record(ZONE, TTL, new Mx(20, DomainName.ROOT));
        writer.record(ZONE, TTL, A.of("192.0.2.9"));

        assertThat(writer.text()).isEqualTo("""
                        ; a comment
                        $ORIGIN example.com.
                        $TTL 3600
                        @\t3600\tIN\tSOA\tns1.example.net. hostmaster.example.com. 1 3600 900 1209600 300
                        @\t60\tIN\tA\t192.0.2.9
                        @\t60\tIN\tMX\t20 .
                        @\t60\tIN\tMX\t100 mail.example.com.
                        a\t60\tIN\tA\t192.0.2.1
                        b.a\t60\tIN\tA\t192.0.2.2
                        b\t60\tIN\tA\t192.0.2.3
                        ; the end
                        """);
    }

    @Test
    void writesTextInAsciiStringsOf255Bytes() {
        writer.record(ZONE, TTL, new Txt("x".repeat(254) + "ü\"\\;"));

        assertThat(writer.text()).endsWith("TXT\t\"" + "x".repeat(254) + "\\195\" \"\\188\\\"\\\\;\"\n");
    }

    @Test
    void writesCaaWithQuotes() {
        writer.record(ZONE, TTL, new Caa(128, "issue", "a\"b"));

        assertThat(writer.text()).endsWith("CAA\t128 issue \"a\\\"b\"\n");
    }

    @Test
    void keepsACommentOnItsLine() {
        writer.comment("one\nwww 60 IN A 192.0.2.66 ü");

        assertThat(writer.text()).startsWith("; one\\010www 60 IN A 192.0.2.66 \\195\\188\n$ORIGIN");
    }

    @Test
    void writesNothingThatIsNotUnderstood() {
        assertThatThrownBy(() -> writer.record(ZONE, TTL, new Opaque(RecordType.of("PTR"), "host", null)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void writesNoNameOfAnotherZone() {
        assertThatThrownBy(() -> writer.record(DomainName.of("www.example.org"), TTL, A.of("192.0.2.1")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'www.example.org' is not within the zone 'example.com'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBackAsWhatWasWritten(long seed) {
        List<ZoneFileRecord> records = ZoneFiles.random(new RandomValues(seed), 500);

        ZoneFile file =
                ZoneFiles.read(ZoneFiles.writer(records).soa(ZoneFiles.soa()).text());

        assertThat(ZoneFiles.said(file))
                .isEqualTo(ZoneFiles.said(new ZoneFile(ZONE, true, records, List.of(), List.of())));
        assertThat(file.remarks()).isEmpty();
    }

    @Test
    void isTheSameTextInWhateverOrderRecordsCome() {
        List<ZoneFileRecord> records = ZoneFiles.random(new RandomValues(9), 300);
        List<ZoneFileRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(9));

        assertThat(ZoneFiles.writer(shuffled).text())
                .isEqualTo(ZoneFiles.writer(records).text());
    }
}
