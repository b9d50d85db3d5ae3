// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.testing.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A CA that asks to come again after the limit is asked once more at the limit. */
class LateRetryAfterTest {
    @Test
    void looksOnceMoreBeforeItGivesUp() {
        try (World world = World.start(ca -> ca.patience(Duration.ZERO)
                .validationDelay(Duration.ofMillis(200))
                .pollInterval(Duration.ofHours(1)))) {
            IssueOptions options =
                    World.names("example.com", "*.example.com").within(Duration.ofSeconds(30), Duration.ofSeconds(30));

            assertThat(world.issuer().issue(options, null).chain()).isNotEmpty();
        }
    }
}
