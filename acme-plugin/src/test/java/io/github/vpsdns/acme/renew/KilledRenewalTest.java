// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.renew.RenewingProcess.Phase;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real process that is really killed in each phase of a renewal leaves nothing that the next one does not put right. */
class KilledRenewalTest {
    @TempDir
    private Path temporary;

    private final World world = World.start();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void isPutRightByTheNextRun(Phase phase) {
        Path path = temporary.resolve("state");
        try (ChildJvm child = RenewingProcess.start(world, path, phase)) {
            assertThat(child.line()).isEqualTo("here");
            child.kill();
        }

        StateDirectory state = new StateDirectory(path);
        try (Journal journal = state.journal(Timekeeper.system())) {
            RenewalOutcome outcome = Renewer.builder(
                            state.storage(),
                            SolverSource.of(world.solver().journal(journal).build()))
                    .timekeeper(world.time)
                    .build()
                    .renew(
                            RenewalJob.of(
                                    new LineageName("example.com"),
                                    RenewalRequest.of(World.names("example.com"), world.server(), World.ACCOUNT)
                                            .withDeployer((name, certificate) -> told.add(name.value()))),
                            Urgency.IF_DUE);

            assertThat(outcome.deploy()).isEqualTo(new DeployResult.Deployed());
            assertThat(told).containsExactly("example.com");
            assertThat(world.zone()).isEmpty();
            assertThat(state.lineages().load(new LineageName("example.com"))).isPresent();
            assertThat(world.sandbox.acme().log().events(AcmeEvent.OrderCreated.class))
                    .hasSize(phase == Phase.RENEWING || phase.compareTo(Phase.RENEWED) >= 0 ? 1 : 2);
            assertThat(journal.leftovers()).isEmpty();
        }
    }
}
