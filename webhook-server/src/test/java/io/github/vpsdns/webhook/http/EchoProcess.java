// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.io.IOException;

/** A server in a process of its own, which says its port. */
final class EchoProcess {
    private EchoProcess() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.jetty", "error");
        try (TestServer server =
                new TestServer(TestServer.ECHO, Speaks.BOTH, builder -> builder.listener(event -> {}))) {
            ChildJvm.sayAndStay(String.valueOf(server.address().getPort()));
        }
    }
}
