// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.PebbleServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hook that is ended while it waits for a name server that lags. */
@NeedsPrograms({"named", "rndc", "pebble"})
final class HookSignalIT {
    @TempDir
    private Path work;

    @Test
    void aTerminatedHookTakesItsValueBack() {
        try (Stage stage = Stage.set(work, PebbleServer.Whims.NONE, Duration.ofHours(1))) {
            Vpsdns.Running running =
                    stage.vpsdns().start("acme", "hook", "present", "_acme-challenge.example.com", "1".repeat(43));
            await().atMost(Duration.ofSeconds(60)).until(() -> !stage.records().isEmpty());

            running.process().destroy();
            Vpsdns.Outcome outcome = running.await();

            assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
            assertThat(stage.records()).isEmpty();
        }
    }
}
