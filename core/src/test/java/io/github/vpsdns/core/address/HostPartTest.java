// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.Aaaa;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPartTest {
    private static final Inet6Address ONES = address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:aaaa:bbbb:cccc:dddd, 64, ::1:2:3:4,  2001:db8:1:2:1:2:3:4",
        "2001:db8:1:2ff:aaaa::1,           56, ::5:0:0:0:9, 2001:db8:1:205::9",
        "2001:db8:1:2ff:aaaa::1,           60, ::1,         2001:db8:1:2f0::1",
        "2001:db8::ff,                     127, ::1,        2001:db8::ff",
        "ffff::,                           1,   ::1,        8000::1"
    })
    void standsBehindThePrefixOfANeighbour(String neighbour, int length, String host, String joined) {
        assertThat(HostPart.of(host).within(address(neighbour), length)).isEqualTo(address(joined));
    }

    static Stream<Integer> everyLength() {
        return IntStream.rangeClosed(1, 127).boxed();
    }

    @ParameterizedTest
    @MethodSource("everyLength")
    void takesThatManyBitsFromTheNeighbourAndTheRestFromTheHost(int length) {
        SplittableRandom random = new SplittableRandom(length);
        BigInteger hostMask = BigInteger.ONE.shiftLeft(128 - length).subtract(BigInteger.ONE);
        for (int i = 0; i < 50; i++) {
            BigInteger neighbour = number(random);
            BigInteger host = number(random).and(hostMask).max(BigInteger.ONE);
            BigInteger expected = neighbour.andNot(hostMask).or(host);

            assertThat(new HostPart(address(host)).within(address(neighbour), length))
                    .isEqualTo(address(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("everyLength")
    void mayUseAllBitsBehindThePrefixAndNoneWithin(int length) {
        HostPart highest = new HostPart(address(BigInteger.ONE.shiftLeft(128 - length - 1)));
        HostPart tooHigh = new HostPart(address(BigInteger.ONE.shiftLeft(128 - length)));

        assertThat(highest.behind(length)).isSameAs(highest);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> tooHigh.within(ONES, length))
                .withMessageContaining("first " + length + " bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 128, 129})
    void refusesLengthsThatLeaveNoPrefixOrNoHost(int length) {
        HostPart one = HostPart.of("::1");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> one.within(ONES, length))
                .withMessageContaining("expected 1 to 127");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "0:0:0:0:0:0:0:0", "192.0.2.1", "host", "", "::1%1"})
    void refusesWhatIsNoHostPart(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> HostPart.of(text));
    }

    @Test
    void isWrittenCanonically() {
        assertThat(HostPart.of("0:0:0:0:0001:2:3:4")).hasToString("::1:2:3:4");
    }

    private static Inet6Address address(String text) {
        return Aaaa.of(text).address();
    }

    private static BigInteger number(SplittableRandom random) {
        return new BigInteger(1, bits(random));
    }

    private static byte[] bits(SplittableRandom random) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static Inet6Address address(BigInteger number) {
        try {
            return Inet6Address.getByAddress(null, bytes(number), -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(BigInteger number) {
        byte[] address = new byte[16];
        byte[] digits = number.toByteArray();
        int used = Math.min(address.length, digits.length);
        System.arraycopy(digits, digits.length - used, address, address.length - used, used);
        return address;
    }
}
