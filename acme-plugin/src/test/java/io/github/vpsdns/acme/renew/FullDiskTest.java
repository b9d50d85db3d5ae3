// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.store.StateDirectories;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full from some step of a renewal on, whichever. */
class FullDiskTest {
    @TempDir
    private Path temporary;

    private final RenewalWorld world = RenewalWorld.start();

    @AfterEach
    void stop() {
        world.close();
    }

    private RenewalOutcome renew(Disk disk, int times) {
        StateDirectory state = StateDirectories.on(temporary.resolve("state"), disk);
        try (Journal journal = state.journal(world.time);
                RenewalWorld.Client client = world.connect(journal)) {
            Renewer renewer = world.renewer(state.storage(), client).build();
            RenewalJob job = RenewalWorld.job(world.request());
            RenewalOutcome first = renewer.renew(job, Urgency.IF_DUE);
            for (int i = 1; i < times; i++) {
                assertThat(renewer.renew(job, Urgency.IF_DUE)).isNotInstanceOf(Renewed.class);
            }
            return first;
        }
    }

    private X509Certificate installed() {
        return StateDirectories.on(temporary.resolve("state"), Disk.local())
                .lineages()
                .load(NAME)
                .orElseThrow()
                .certificate();
    }

    @Test
    void costsOneOrderAtMostAndLeavesTheFormerCertificateInPlace() {
        assertThat(renew(Disk.local(), 1)).isInstanceOf(Renewed.class);
        int failures = 0;
        boolean failed = true;
        for (int step = 1; failed || step < 40; step++) {
            X509Certificate former = installed();
            world.time.advance(Duration.ofDays(80));
            world.sandbox.acme().log().clear();

            RenewalOutcome outcome = renew(new FaultyDisk(Fault.STAYS_FULL, step), 3);

            assertThat(world.orders()).as("step %d", step).hasSizeLessThanOrEqualTo(1);
            assertThat(world.sandbox.zones().records("example.com"))
                    .as("step %d", step)
                    .isEmpty();
            failed = outcome instanceof Failed;
            if (failed) {
                failures++;
                assertThat(installed()).as("step %d", step).isEqualTo(former);
                world.time.advance(Duration.ofDays(1));
                assertThat(renew(Disk.local(), 1)).as("step %d", step).isInstanceOf(Renewed.class);
            }
        }
        assertThat(failures).as("steps that a renewal cannot do without").isGreaterThan(10);
    }
}
