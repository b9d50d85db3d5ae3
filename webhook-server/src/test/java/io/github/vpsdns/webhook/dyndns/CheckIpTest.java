// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.exchange.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckIpTest {
    private final Desk desk = new Desk();
    private final CheckIp checkIp = new CheckIp();

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void tellsTheAddressInTheClassicPage(String method) {
        Reply reply = desk.from("123.45.67.89").ask(checkIp, method, "", "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).isEqualTo("text/html");
        assertThat(Desk.text(reply))
                .isEqualTo("<html><head><title>Current IP Check</title></head>"
                        + "<body>Current IP Address: 123.45.67.89</body></html>");
    }

    @Test
    void writesIpv6InItsCanonicalForm() {
        Reply reply = desk.from("2001:DB8:0:0::1").ask(checkIp, "GET", "", "");
        assertThat(Desk.text(reply)).contains("Current IP Address: 2001:db8::1<");
    }

    @Test
    void isNotToBeKept() {
        assertThat(desk.ask(checkIp, "GET", "", "").headers())
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("Connection", "close");
    }

    @Test
    void refusesOtherMethods() {
        Reply reply = desk.ask(checkIp, "POST", "", "");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(Desk.text(reply)).isEqualTo("badagent\n");
    }
}
