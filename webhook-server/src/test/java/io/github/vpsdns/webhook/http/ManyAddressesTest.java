// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyAddressesTest {
    /** As many as a configuration may name. */
    private static final int MOST = 20;

    @Test
    void haveThreadsEnough() {
        ListenAddress any = new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Speaks.PLAIN);
        List<ListenAddress> addresses = Collections.nCopies(MOST, any);
        try (HttpServer server =
                HttpServer.builder(addresses, Routes.builder().build()).build()) {
            server.start();
            assertThat(server.addresses())
                    .extracting(InetSocketAddress::getPort)
                    .doesNotHaveDuplicates();
        }
    }
}
