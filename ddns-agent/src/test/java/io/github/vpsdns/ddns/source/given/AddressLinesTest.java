// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLinesTest {
    private static final SourceSpec SOURCE = SourceSpec.of("file:/run/wan");

    @Test
    void keepsTheOrderOfTheLinesAndDropsRepetitions() {
        assertThat(read(Family.IPV4, "192.0.2.2\n192.0.2.1\n192.0.2.2\n")).containsExactly("192.0.2.2", "192.0.2.1");
    }

    @Test
    void needsNoLineBreakAtTheEndAndTakesThoseOfDos() {
        assertThat(read(Family.IPV4, "192.0.2.1\r\n192.0.2.2")).containsExactly("192.0.2.1", "192.0.2.2");
    }

    @Test
    void passesOverTheOtherFamilyEmptyLinesAndComments() {
        assertThat(read(Family.IPV6, "# of the modem\n\n192.0.2.1\n \t\n  2001:DB8::1 # today's\n"))
                .containsExactly("2001:db8::1");
    }

    @Test
    void saysThatThereIsNoneOfTheFamily() {
        assertThatThrownBy(() -> read(Family.IPV6, "192.0.2.1\n"))
                .isInstanceOf(SourceException.class)
                .hasMessage("file:/run/wan gives no IPv6 address");
    }

    @Test
    void saysInWhichLineThereIsNoAddress() {
        assertThatThrownBy(() -> read(Family.IPV4, "192.0.2.1\n#\neth0: 192.0.2.2\n"))
                .isInstanceOf(SourceException.class)
                .hasMessage("file:/run/wan gives 'eth0: 192.0.2.2' in line 3, which is no address");
    }

    @Test
    void showsNoMoreThanTheBeginningOfSuchALine() {
        assertThatThrownBy(() -> read(Family.IPV4, "\0secret\u00e9 " + "x".repeat(100)))
                .hasMessage("file:/run/wan gives '?secret? " + "x".repeat(31) + "'... in line 1, which is no address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.01",
                "192.0.2",
                "192.0.2.1/24",
                "192.0.2.1 192.0.2.2",
                "fe80::1%eth0",
                "::ffff:192.0.2.1",
                "[2001:db8::1]",
                "localhost",
                "3221225985",
                "0xc0.0.2.1",
                "192.0.2.1\0",
                "-"
            })
    void takesNothingForAnAddressThatIsNotExactlyOne(String line) {
        assertThatThrownBy(() -> read(Family.IPV4, "192.0.2.1\n" + line))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("in line 2, which is no address");
    }

    private static List<String> read(Family family, String text) {
        return AddressLines.read(SOURCE, family, text.getBytes(StandardCharsets.ISO_8859_1)).stream()
                .map(Family::text)
                .toList();
    }
}
