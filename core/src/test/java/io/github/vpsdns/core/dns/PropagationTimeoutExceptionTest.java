// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.dns.PropagationReport.ServerState;
import io.github.vpsdns.core.name.DomainName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropagationTimeoutExceptionTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");

    @Test
    void countsNoOthersWhenOneValueIsMissingThoughItsReportsWereMadeAMomentApart() {
        PropagationTimeoutException timeout = new PropagationTimeoutException(after(3000), List.of(after(3001)));

        assertThat(timeout)
                .hasMessage(
                        "after 3 s the new value of '" + NAME + "' is still not visible at 127.0.0.1:5353 (NXDOMAIN)");
    }

    private static PropagationReport after(long millis) {
        NameServer server = new NameServer("127.0.0.1", new InetSocketAddress(InetAddress.getLoopbackAddress(), 5353));
        Duration elapsed = Duration.ofMillis(millis);
        return new PropagationReport(NAME, List.of(new ServerState(server, false, elapsed, "NXDOMAIN")), elapsed);
    }
}
