// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.record.A;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class RoutesTest {
    @Test
    void knowsTheWayToThisHost() {
        assertThat(Routes.hasRoute(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53)))
                .isTrue();
    }

    @Test
    void takesAnAddressThatTheKernelRefusesForUnreachable() {
        // No host has this address, and sockets must be told apart that may send to it.
        assertThat(Routes.hasRoute(new InetSocketAddress(A.of("255.255.255.255").address(), 53)))
                .isFalse();
    }
}
