// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rows of IANA's IPv4 and IPv6 Special-Purpose Address Registries, each with what lies just below it, at both its ends and just
 * above it.
 */
class AddressKindTest {
    @ParameterizedTest
    @CsvSource({
        // block, kind, kind just below, kind just above
        "0.0.0.0/8,          unspecified,   ,              public",
        "10.0.0.0/8,         private,       public,        public",
        "100.64.0.0/10,      cgnat,         public,        public",
        "127.0.0.0/8,        loopback,      public,        public",
        "169.254.0.0/16,     link-local,    public,        public",
        "172.16.0.0/12,      private,       public,        public",
        "192.0.0.0/24,       reserved,      public,        public",
        "192.0.2.0/24,       documentation, public,        public",
        "192.31.196.0/24,    reserved,      public,        public",
        "192.52.193.0/24,    reserved,      public,        public",
        "192.88.99.0/24,     reserved,      public,        public",
        "192.168.0.0/16,     private,       public,        public",
        "192.175.48.0/24,    reserved,      public,        public",
        "198.18.0.0/15,      reserved,      public,        public",
        "198.51.100.0/24,    documentation, public,        public",
        "203.0.113.0/24,     documentation, public,        public",
        "224.0.0.0/4,        multicast,     public,        reserved",
        "240.0.0.0/4,        reserved,      multicast,     ",
        "::/128,             unspecified,   ,              loopback",
        "::1/128,            loopback,      unspecified,   reserved",
        "64:ff9b::/96,       reserved,      reserved,      reserved",
        "64:ff9b:1::/48,     reserved,      reserved,      reserved",
        "100::/64,           reserved,      reserved,      reserved",
        "100:0:0:1::/64,     reserved,      reserved,      reserved",
        "2001::/23,          reserved,      public,        public",
        "2001:db8::/32,      documentation, public,        public",
        "2002::/16,          reserved,      public,        public",
        "2620:4f:8000::/48,  reserved,      public,        public",
        "3fff::/20,          documentation, public,        public",
        "5f00::/16,          reserved,      reserved,      reserved",
        "fc00::/7,           ula,           reserved,      reserved",
        "fe80::/10,          link-local,    reserved,      reserved",
        "fec0::/10,          reserved,      link-local,    multicast",
        "ff00::/8,           multicast,     reserved,      "
    })
    void tellsABlockFromItsNeighbours(String block, String kind, String below, String above) {
        Range range = Range.of(block);
        assertThat(kindAt(range.first(), range.bytes())).isEqualTo(kind);
        assertThat(kindAt(range.last(), range.bytes())).isEqualTo(kind);
        if (below != null) {
            assertThat(kindAt(range.first().subtract(BigInteger.ONE), range.bytes()))
                    .isEqualTo(below);
        }
        if (above != null) {
            assertThat(kindAt(range.last().add(BigInteger.ONE), range.bytes())).isEqualTo(above);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.9.9.9", "192.0.3.0", "2000::", "2606:4700:4700::1111", "3ffe:ffff::"})
    void takesWhatNoRegistrySetsApartForPublic(String text) {
        assertThat(AddressKind.of(parse(text))).isEqualTo(AddressKind.GLOBAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1fff:ffff::", "4000::", "8000::1", "e000::1", "fb00::1", "::192.0.2.1"})
    void takesIpv6ThatIsNotGivenOutForReserved(String text) {
        assertThat(AddressKind.of(parse(text))).isEqualTo(AddressKind.RESERVED);
    }

    private static InetAddress parse(String text) {
        return (text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(text);
    }

    private static String kindAt(BigInteger number, int length) {
        byte[] address = new byte[length];
        byte[] digits = number.toByteArray();
        int used = Math.min(length, digits.length);
        System.arraycopy(digits, digits.length - used, address, length - used, used);
        try {
            return AddressKind.of(InetAddress.getByAddress(address)).word();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A block by arithmetic, not by the bits that the code under test looks at. */
    private record Range(BigInteger first, BigInteger last, int bytes) {
        static Range of(String block) {
            String[] parts = block.split("/", -1);
            byte[] address = parse(parts[0]).getAddress();
            BigInteger first = new BigInteger(1, address);
            int free = address.length * 8 - Integer.parseInt(parts[1]);
            return new Range(first, first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE), address.length);
        }
    }
}
