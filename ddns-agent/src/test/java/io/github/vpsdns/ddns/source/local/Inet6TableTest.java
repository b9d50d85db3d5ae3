// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Inet6TableTest {
    private static final String ADDRESS = "20010db8000100000000000000000005";

    @Test
    void readsALine() {
        assertThat(Inet6Table.parse(ADDRESS + " 0c 40 00 82     eth0\n"))
                .containsExactly(
                        new LocalAddress(Family.IPV6.parse("2001:db8:1::5"), "eth0", 64, true, Optional.empty()));
    }

    @Test
    void readsAnIndexOfManyDigitsAndANameOfFifteenCharacters() {
        assertThat(Inet6Table.parse(ADDRESS + " 1e240 80 00 02 br-0a1b2c3d4e5f\n"))
                .singleElement()
                .returns("br-0a1b2c3d4e5f", LocalAddress::interfaceName)
                .returns(128, LocalAddress::prefixLength)
                .returns(false, LocalAddress::permanent);
    }

    @ParameterizedTest
    @CsvSource({
        "00, ",
        "02, ", // no duplicate address detection wanted
        "80, ",
        "82, ",
        "04, ", // optimistic and by now known to be unique
        "01, TEMPORARY",
        "21, TEMPORARY",
        "41, TENTATIVE",
        "20, DEPRECATED",
        "a2, DEPRECATED",
        "40, TENTATIVE",
        "44, TENTATIVE",
        "c0, TENTATIVE",
        "08, DUPLICATE",
        "c8, DUPLICATE",
        "101, TEMPORARY", // were the kernel to show more than eight flags
        "880, "
    })
    void findsTheFlawByItsFlags(String flags, Flaw flaw) {
        assertThat(Inet6Table.parse(ADDRESS + " 02 40 00 " + flags + " eth0\n"))
                .singleElement()
                .returns(Optional.ofNullable(flaw), LocalAddress::flaw);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000001 01 80 10 80 lo, LOOPBACK",
        "fe80000000000000a471d2fffe2d5ad1 0c 40 20 80 eth0, LINK_LOCAL",
        "fe80000000000000a471d2fffe2d5ad1 0c 40 20 c8 eth0, LINK_LOCAL",
        "ff020000000000000000000000000001 0c 80 00 80 eth0, MULTICAST",
        "00000000000000000000000000000000 0c 80 00 80 eth0, UNSPECIFIED"
    })
    void findsTheFlawByTheKindOfAddress(String line, Flaw flaw) {
        assertThat(Inet6Table.parse(line + "\n")).singleElement().returns(Optional.of(flaw), LocalAddress::flaw);
    }

    @Test
    void keepsAMappedAddressAnIpv6Address() {
        assertThat(Inet6Table.parse("00000000000000000000ffffc0000201 0c 40 00 82 eth0\n"))
                .singleElement()
                .returns(Family.IPV6, one -> Family.of(one.address()));
    }

    @Test
    void readsAnEmptyTable() {
        assertThat(Inet6Table.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "2001:db8::5 0c 40 00 82 eth0\n",
                "20010db800010000000000000000000 0c 40 00 82 eth0\n",
                "20010db80001000000000000000000055 0c 40 00 82 eth0\n",
                ADDRESS + " 0c 40 00 82\n",
                ADDRESS + " 0c 40 00 82 \n",
                ADDRESS + " 0c 81 00 82 eth0\n",
                ADDRESS + " 0c 40 00 8g eth0\n",
                ADDRESS + " 0c 40 00 82 eth0 more\n",
                ADDRESS + " 0c 40 00 82     et",
                "<html>\n"
            })
    void refusesTheWholeTableForALineThatIsNotAsDocumented(String end) {
        String table = ADDRESS + " 0c 40 00 82     eth0\n" + end;

        assertThatThrownBy(() -> Inet6Table.parse(table))
                .isInstanceOf(SourceException.class)
                .hasMessage("the kernel's if_inet6 has a line that cannot be read: '" + end.stripTrailing()
                        + (end.equals(ADDRESS + " 0c 40 00 82 \n") ? " " : "") + "'");
    }

    @Test
    void showsNoMoreThanTheBeginningOfALineThatItRefuses() {
        assertThatThrownBy(() -> Inet6Table.parse("x".repeat(500) + "\n"))
                .hasMessageEndingWith("'" + "x".repeat(120) + "…'");
    }
}
