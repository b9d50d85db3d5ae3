// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Txt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API takes and may send {@code @}, relative and full names. */
class DnsRecordNameTest {
    private static final DomainName ZONE = DomainName.of("example.com");

    @ParameterizedTest
    @CsvSource({
        "@, example.com",
        "'', example.com",
        "example.com, example.com",
        "Example.COM., example.com",
        "www, www.example.com",
        "WWW, www.example.com",
        "www.example.com, www.example.com",
        "www.example.com., www.example.com",
        "a.b, a.b.example.com",
        "*, *.example.com",
        "*.dev, *.dev.example.com",
        "_acme-challenge, _acme-challenge.example.com",
        "_sip._tcp, _sip._tcp.example.com",
        "badexample.com, badexample.com.example.com",
        "elsewhere.org., elsewhere.org",
    })
    void standsAtOneFullNameHoweverTheApiWritesIt(String written, String full) {
        assertThat(record(written).fqdn(ZONE)).contains(DomainName.of(full));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/25", "a b", "-", "..", "\u00e4\u200d"})
    void standsNowhereWhenItsNameIsNotUnderstood(String written) {
        assertThat(record(written).fqdn(ZONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 300})
    void standsNowhereWhenTheFullNameWouldBeTooLong(int length) {
        String label = "a".repeat(60);
        assertThat(record(label + "." + label + "." + label + "." + "b".repeat(length))
                        .fqdn(ZONE))
                .isEmpty();
    }

    private static DnsRecord record(String name) {
        return new DnsRecord(new RecordId("rec-001"), name, new Txt("x"), null, null);
    }
}
