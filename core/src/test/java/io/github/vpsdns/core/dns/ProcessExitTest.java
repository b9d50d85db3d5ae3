// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class ProcessExitTest {
    @Test
    void aProgramThatLooksUpANameEndsByItselfAndLogsNothing() throws Exception {
        try (FakeNameServer server = FakeNameServer.start((query, asked) -> Replies.rcode(query, Rcode.REFUSED))) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OneLookup.class.getName(),
                            Integer.toString(server.address().getPort()))
                    .redirectErrorStream(true)
                    .start();
            try {
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualToNormalizingNewlines("Failed[reason=REFUSED, silent=false]\n");
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
