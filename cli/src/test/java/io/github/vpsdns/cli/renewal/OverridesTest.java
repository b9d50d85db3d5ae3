// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.cli.acme.CertificateOptions;
import io.github.vpsdns.cli.acme.ChallengeOptions;
import io.github.vpsdns.cli.acme.GivenSettings;
import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OverridesTest {
    private static final LineageName NAME = new LineageName("example.com");
    private static final DomainName APEX = DomainName.of("example.com");
    private static final DomainName WWW = DomainName.of("www.example.com");

    @TempDir
    private Path directory;

    private StateDirectory state;
    private RenewalSettings stored;

    @BeforeEach
    void store() {
        state = new StateDirectory(directory).prepare();
        stored = RenewalSettings.builder(
                        List.of(APEX), AcmeServer.of("letsencrypt", null).directory())
                .build();
        state.renewals().save(NAME, stored);
    }

    @Test
    void keepsWhatSomebodyElseSavedWhileTheLockWasAwaited() {
        afterSomebodyElse(renewals -> renewals.renewals()
                .save(NAME, stored.toBuilder().names(List.of(APEX, WWW)).build()));

        assertThat(state.renewals().load(NAME)).get().satisfies(settings -> {
            assertThat(settings.names()).containsExactly(APEX, WWW);
            assertThat(settings.deployHook()).isEqualTo("true");
        });
    }

    @Test
    void doesNotBringBackWhatSomebodyElseRemovedWhileTheLockWasAwaited() {
        assertThatThrownBy(() -> afterSomebodyElse(there -> there.renewals().remove(NAME)))
                .isInstanceOf(VpsDnsException.class)
                .hasMessageContaining("no settings for example.com");

        assertThat(state.renewals().load(NAME)).isEmpty();
    }

    /** Overrides the deploy hook, while somebody else holds the lock and changes something until it is waited for. */
    private void afterSomebodyElse(Consumer<StateDirectory> change) {
        StateLock held = state.lock(Duration.ZERO, Timekeeper.system());
        Timekeeper time = new Awaited(() -> {
            change.accept(state);
            held.close();
        });
        CertificateOptions options = CommandLine.populateCommand(new CertificateOptions(), "--deploy-hook", "true");
        StoredLineages lineages =
                new StoredLineages(state, GivenSettings.of(options, new ServerOptions(), new ChallengeOptions()));
        lineages.chosen(List.of());
        new Overrides(lineages, state, time, Duration.ofMinutes(1))
                .before(NAME, () -> new Plan(Instant.EPOCH, Plan.Reason.LIFETIME, false));
    }

    /** Something happens whenever it is waited for. */
    private record Awaited(Runnable event) implements Timekeeper {
        @Override
        public Instant now() {
            return Timekeeper.system().now();
        }

        @Override
        public long nanoTime() {
            return Timekeeper.system().nanoTime();
        }

        @Override
        public void sleep(Duration duration) {
            event.run();
        }
    }
}
