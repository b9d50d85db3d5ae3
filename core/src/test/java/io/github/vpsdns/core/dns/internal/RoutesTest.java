// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class RoutesTest {
    @Test
    void knowsTheWayToThisHost() {
        assertThat(Routes.hasRoute(new InetSocketAddress("127.0.0.1", 53))).isTrue();
    }

    @Test
    void takesAnAddressThatTheKernelRefusesForUnreachable() {
        // No host has this address, and sockets must be told apart that may send to it.
        assertThat(Routes.hasRoute(new InetSocketAddress("255.255.255.255", 53)))
                .isFalse();
    }
}
