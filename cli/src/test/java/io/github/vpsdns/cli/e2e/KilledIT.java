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

/** A run that is ended while the CA validates. */
@NeedsPrograms({"named", "rndc", "pebble"})
final class KilledIT {
    private static final PebbleServer.Whims SLOW = new PebbleServer.Whims(0, Duration.ofSeconds(15), 0);

    @TempDir
    private Path work;

    @Test
    void whatAKilledRunLeftIsRemovedByTheNextOne() {
        try (Stage stage = Stage.set(work, SLOW, Duration.ZERO)) {
            Vpsdns vpsdns = stage.vpsdns();
            Vpsdns.Running running = startedAndValidating(stage, vpsdns);

            running.kill();
            assertThat(stage.records()).hasSize(2);
            Vpsdns.Outcome next = vpsdns.run("acme", "issue", "-d", "example.com", "-d", "*.example.com");

            assertThat(next.status()).as(next.err()).isZero();
            assertThat(stage.records()).isEmpty();
        }
    }

    @Test
    void aTerminatedRunRemovesItsOwnRecords() {
        try (Stage stage = Stage.set(work, SLOW, Duration.ZERO)) {
            Vpsdns.Running running = startedAndValidating(stage, stage.vpsdns());

            running.process().destroy();
            Vpsdns.Outcome outcome = running.await();

            assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
            assertThat(stage.records()).isEmpty();
        }
    }

    private static Vpsdns.Running startedAndValidating(Stage stage, Vpsdns vpsdns) {
        Vpsdns.Running running = vpsdns.start("acme", "issue", "-d", "example.com", "-d", "*.example.com");
        await().atMost(Duration.ofSeconds(60)).until(() -> stage.pebble().log().contains("/chalZ/"));
        return running;
    }
}
