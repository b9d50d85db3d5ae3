// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.exception.AcmeException;

class DeactivationTest {
    /** A clock that interrupts whoever looks at it, and so in the middle of the work. */
    private static final class Interrupting implements Timekeeper {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            Thread.currentThread().interrupt();
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) {
            throw new AssertionError("nothing to wait for");
        }
    }

    @Test
    void keepsAnInterruptThatComesWhileItAsksTheCa() throws AcmeException {
        try (World world = World.start()) {
            List<Authorization> authorizations = world.order("example.com").getAuthorizations();
            authorizations.get(0).fetch();

            Deactivation.run(authorizations, new Interrupting());

            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
