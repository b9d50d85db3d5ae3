// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value that no order asks for is treated like those that one does. */
class PresentValueTest {
    private static final DomainName TARGET = DomainName.of("_acme-challenge.example.com");

    private World world;

    @BeforeEach
    void start() {
        world = World.of(Sandbox.builder().zone("example.com").nameServers(2).withoutAcme());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void isNotedWrittenAwaitedAndRemoved() {
        JournalProbe journal = new JournalProbe(() -> world.zone().size());

        try (Presentation presentation = world.solver().journal(journal).build().presentValue(TARGET, "a value")) {
            presentation.awaitEverywhere();
            assertThat(world.zone()).containsExactly("_acme-challenge TXT a value");
            assertThat(presentation.challenges()).isEmpty();
        }
        assertThat(world.zone()).isEmpty();
        assertThat(journal.inZoneWhenOpened()).containsExactly(0);
        assertThat(journal.stillOpen()).isZero();
    }

    @Test
    void goesToNoZoneOfOthers() {
        assertThatThrownBy(() -> world.solver().build().presentValue(DomainName.of("example.org"), "a value"))
                .isInstanceOf(ZoneNotFoundException.class);
    }
}
