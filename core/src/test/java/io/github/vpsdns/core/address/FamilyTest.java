// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.testing.RandomValues;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyTest {
    @Test
    void eachFamilyHasItsTypeOfRecords() {
        assertThat(Family.IPV4.recordType()).isEqualTo(RecordType.A);
        assertThat(Family.IPV6.recordType()).isEqualTo(RecordType.AAAA);
    }

    @Test
    void addressesBecomeRecordsOfTheirFamily() {
        assertThat(Family.data(Family.IPV4.parse("192.0.2.1"))).isEqualTo(A.of("192.0.2.1"));
        assertThat(Family.data(Family.IPV6.parse("2001:db8::1"))).isEqualTo(Aaaa.of("2001:db8::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "192.0.2", "192.0.2.256", "192.0.2.1 ", "", "localhost", "0300.0.2.1"})
    void ipv4IsRefusedInAnyOtherForm(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Family.IPV4.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "fe80::1%eth0", "[::1]", "2001:db8::1::2", "", "localhost", "12345::"})
    void ipv6IsRefusedInAnyOtherForm(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Family.IPV6.parse(text));
    }

    @Test
    void textIsCanonical() {
        assertThat(Family.text(Family.IPV6.parse("2001:DB8:0:0:1:0:0:1"))).isEqualTo("2001:db8::1:0:0:1");
    }

    @Test
    void textHasNoScope() throws UnknownHostException {
        byte[] bytes = Family.IPV6.parse("fe80::1").getAddress();
        InetAddress scoped = Inet6Address.getByAddress(null, bytes, 3);
        assertThat(Family.text(scoped)).isEqualTo("fe80::1");
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void whatIsWrittenIsReadAgain(Family family) {
        RandomValues random = new RandomValues(4);
        for (int i = 0; i < 2000; i++) {
            String text = random.data(family.recordType()).value();
            InetAddress address = family.parse(text);
            assertThat(Family.text(address)).isEqualTo(text);
            assertThat(Family.of(address)).isEqualTo(family);
        }
    }
}
