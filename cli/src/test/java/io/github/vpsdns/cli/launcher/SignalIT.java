// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.launcher.Launched.Outcome;
import io.github.vpsdns.cli.launcher.Launched.Running;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signal does to an issuance that waits for the CA. */
class SignalIT {
    @TempDir
    Path work;

    @Test
    void removesItsValuesBeforeItEndsOnSigterm() {
        try (Sandbox sandbox = Sandbox.start("example.com")) {
            sandbox.acme().hold();
            Running issuing = Launched.in(work)
                    .with("VPS_API_URL", sandbox.apiUrl().toString())
                    .with("VPS_API_TOKEN", sandbox.token())
                    .with(
                            "VPSDNS_NAMESERVERS",
                            "127.0.0.1:" + sandbox.nameServers().get(0).getPort())
                    .with("VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                    .with("VPSDNS_ACME_AGREE_TOS", "true")
                    .with("VPSDNS_ACME_DIR", work.resolve("acme").toString())
                    .start("acme", "issue", "-d", "example.com", "-d", "*.example.com");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> sandbox.zones().records("example.com").size() == 2 && seenByTheServer(issuing));

            issuing.process().destroy();
            Outcome outcome = issuing.await();

            assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains("removed 2 challenge values", "vpsdns: interrupted");
            assertThat(sandbox.zones().records("example.com")).isEmpty();
        }
    }

    private static boolean seenByTheServer(Running issuing) throws IOException {
        return Files.readString(issuing.err()).contains("*.example.com: 127.0.0.1:");
    }
}
