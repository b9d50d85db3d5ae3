// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.addresses;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static io.github.vpsdns.webhook.update.UpdateWorld.later;
import static io.github.vpsdns.webhook.update.UpdateWorld.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.update.UpdateWorld.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A full disk, or a database that is away. */
class StoreFailureTest {
    private static final HostKey KEY = new HostKey(DomainName.of(HOME), Family.IPV4);

    private final UpdateWorld world = new UpdateWorld().start();

    @BeforeEach
    void known() {
        world.set(HOME, "192.0.2.1");
        world.forgetCalls();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anUpdateIsRefusedAndNothingWritten() {
        world.store.failing(true);

        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(later(false));
        assertThat(world.calls()).isEmpty();
    }

    @Test
    void anUpdateThatCouldNotBeNotedIsNotDoneLater() {
        world.store.failing(true);
        world.set(HOME, "192.0.2.2");
        world.store.failing(false);
        world.pass(Duration.ofMinutes(2));

        assertThat(world.home()).containsExactly("192.0.2.1");
        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(changed("192.0.2.2"));
    }

    @Test
    void whatIsKnownIsAnsweredWithoutIt() {
        world.store.failing(true);

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(unchanged("192.0.2.1"));
    }

    @Test
    void whatTheApiHasAcceptedIsConfirmedThoughTheStoreCannotTakeIt() {
        world.hosts.refusesFinished = true;

        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(changed("192.0.2.2"));
        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(unchanged("192.0.2.2"));
    }

    @Test
    void theStoreIsToldWhenItCanBeHadAgain() {
        world.hosts.refusesFinished = true;
        world.set(HOME, "192.0.2.2");
        world.pass(Duration.ofMinutes(10));
        world.hosts.refusesFinished = false;
        world.pass(Duration.ofMinutes(1));

        assertThat(world.store.hosts().row(KEY)).hasValueSatisfying(row -> {
            assertThat(row.open()).isNull();
            assertThat(row.done().addresses()).isEqualTo(addresses("192.0.2.2"));
        });
        assertThat(world.writes()).hasSize(1);
    }

    @Test
    void aNewerUpdateIsWrittenWhenTheStoreHasTakenTheOlderOne() {
        world.hosts.refusesFinished = true;
        world.set(HOME, "192.0.2.2");
        Reply newer = world.set(HOME, "192.0.2.3");
        world.pass(Duration.ofSeconds(10));
        assertThat(newer.one()).isEqualTo(later(true));

        world.hosts.refusesFinished = false;
        world.pass(Duration.ofMinutes(1));
        assertThat(world.home()).containsExactly("192.0.2.3");
    }

    @Test
    void aCrashBeforeTheStoreKnowsOfTheWriteLeadsToNoSecondOne() {
        world.hosts.refusesFinished = true;
        world.set(HOME, "192.0.2.2");
        world.hosts.refusesFinished = false;
        world.forgetCalls();
        world.start();

        assertThat(world.calls()).containsExactly("GET /dns-zones/*/records/");
        assertThat(world.store.hosts().row(KEY))
                .hasValueSatisfying(row -> assertThat(row.open()).isNull());
    }

    @Test
    void aStoreThatIsAwayAtTheStartIsReadWhenItIsBack() {
        world.store.failing(true);
        world.start();
        Reply early = world.set(HOME, "192.0.2.1");
        assertThat(early.isThere()).isFalse();
        world.store.failing(false);
        world.pass(Duration.ofSeconds(2));

        assertThat(early.one()).isEqualTo(unchanged("192.0.2.1"));
        assertThat(world.calls()).isEmpty();
    }
}
