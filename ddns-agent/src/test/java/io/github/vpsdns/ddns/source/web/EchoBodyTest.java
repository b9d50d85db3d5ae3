// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.ddns.source.text.ToldAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoBodyTest {
    private static final String TRACE = """
            fl=29f103
            h=www.cloudflare.com
            ip=192.0.2.1
            ts=1785000000.123
            visit_scheme=https
            uag=vpsdns/1.0 (ip=192.0.2.9)
            colo=FRA
            http=http/1.1
            loc=DE
            tls=TLSv1.3
            sni=plaintext
            warp=off
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "192.0.2.1\n",
                " \t192.0.2.1\r\n\r\n",
                "ip=192.0.2.1",
                "{\"ip\":\"192.0.2.1\"}",
                " {\"city\": \"Zürich\", \"ip\": \"192.0.2.1\", \"asn\": {\"ip\": \"192.0.2.9\"}}\n"
            })
    void takesAnAddressAloneAMemberOfAnObjectOrALineOfATrace(String body) {
        assertThat(told(body)).isEqualTo("192.0.2.1");
    }

    @Test
    void takesCloudflaresTrace() {
        assertThat(told(TRACE)).isEqualTo("192.0.2.1");
        assertThat(told(TRACE.replace("\n", "\r\n"))).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<!DOCTYPE html><html><body>192.0.2.1</body></html>",
                "<html><head><title>Current IP Check</title></head><body>Current IP Address: 192.0.2.1</body></html>",
                "Current IP Address: 192.0.2.1",
                "192.0.2.1\n192.0.2.1",
                "192.0.2.1, 192.0.2.2",
                "192.0.2.1\0",
                "\0\0\0\0",
                "\uFEFF192.0.2.1",
                "192.0.2.01",
                "192.0.2.1:443",
                "192.0.2.1/32",
                "0xc0000201",
                "3221225985",
                "::ffff:192.0.2.1",
                "fe80::1%eth0",
                "[2001:db8::1]",
                "\"192.0.2.1\"",
                "error code: 1034",
                "ip=192.0.2.1\nip=192.0.2.1",
                "ip=192.0.2.1\n<html>",
                "IP=192.0.2.1",
                "h=192.0.2.1",
                "ip= 192.0.2.1\nloc=DE",
                "{\"ip\":\"192.0.2.1\",\"ip\":\"192.0.2.2\"}",
                "{\"ip\":\"192.0.2.1\"} {\"ip\":\"192.0.2.1\"}",
                "{\"ip\":\"192.0.2.1\"",
                "{\"ip\":[\"192.0.2.1\"]}",
                "{\"ip\":3221225985}",
                "{\"ip\":null}",
                "{\"ip\":\" 192.0.2.1\"}",
                "{\"data\":{\"ip\":\"192.0.2.1\"}}",
                "{\"address\":\"192.0.2.1\"}",
                "[{\"ip\":\"192.0.2.1\"}]",
                "{}"
            })
    void findsAnAddressInNothingElse(String body) {
        assertThat(ToldAddress.in(told(body))).isEmpty();
    }

    private static String told(String body) {
        return EchoBody.told(body.getBytes(StandardCharsets.UTF_8));
    }
}
