// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.addresses;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static io.github.vpsdns.webhook.update.UpdateWorld.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.report.WebhookEvent.Delayed;
import io.github.vpsdns.webhook.report.WebhookEvent.Drifted;
import io.github.vpsdns.webhook.settings.DriftPolicy;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records are compared with the API in the background. */
class RecheckTest {
    private final UpdateWorld world = new UpdateWorld().start();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void onceAnHourOneListingServesAllNamesOfAZone() {
        IntStream.range(0, 20).forEach(i -> world.set("n" + i + ".example.com", "192.0.2.1"));
        world.forgetCalls();
        world.pass(Duration.ofMinutes(59));
        assertThat(world.calls()).isEmpty();
        world.pass(Duration.ofMinutes(2));

        assertThat(world.calls()).contains("GET /dns-zones/*/records/").hasSizeLessThanOrEqualTo(2);
        assertThat(world.sandbox.calls().count("GET", "/dns-zones/*/records/")).isEqualTo(1);
    }

    @Test
    void whatWasCheckedIsReliedOnForAnotherHour() {
        world.set(HOME, "192.0.2.1");
        world.pass(Duration.ofMinutes(90));
        world.forgetCalls();

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(unchanged("192.0.2.1"));
        assertThat(world.calls()).isEmpty();
    }

    @Test
    void aRestartRemembersWhatWasSeen() {
        world.set(HOME, "192.0.2.1");
        world.pass(Duration.ofMinutes(90));
        world.forgetCalls();
        world.start();

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(unchanged("192.0.2.1"));
        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(changed("192.0.2.2"));
        assertThat(world.calls()).containsExactly("PATCH /dns-records/*/");
    }

    @Test
    void whatOthersChangedIsRestored() {
        world.set(HOME, "192.0.2.1");
        world.edit("home", "A", "192.0.2.66");
        world.pass(Duration.ofMinutes(61));

        assertThat(world.home()).containsExactly("192.0.2.1");
        assertThat(world.events(Drifted.class)).singleElement().satisfies(drift -> {
            assertThat(drift.expected()).isEqualTo(addresses("192.0.2.1"));
            assertThat(drift.found()).isEqualTo(addresses("192.0.2.66"));
            assertThat(drift.restored()).isTrue();
        });
    }

    @Test
    void aNameThatNobodyMayUpdateAnyMoreIsLeftToOthers() {
        world.set(HOME, "192.0.2.1");
        world.loop.serve(name -> false);
        world.edit("home", "A", "192.0.2.66");
        world.pass(Duration.ofHours(5));

        assertThat(world.home()).containsExactly("192.0.2.66");
        assertThat(world.events(Drifted.class))
                .singleElement()
                .satisfies(drift -> assertThat(drift.restored()).isFalse());
    }

    @Test
    void whatOthersRemovedIsMadeAgain() {
        world.set(HOME, "192.0.2.1");
        world.edit("home", "A");
        world.pass(Duration.ofMinutes(61));

        assertThat(world.home()).containsExactly("192.0.2.1");
    }

    @Test
    void whatOthersMadeWhereThereShouldBeNothingIsRemoved() {
        world.set(HOME, "192.0.2.1");
        world.set(HOME, "");
        world.edit("home", "A", "192.0.2.66");
        world.pass(Duration.ofMinutes(61));

        assertThat(world.home()).isEmpty();
    }

    @Test
    void aChangeOfOthersIsLeftAndToldOnceIfSoWished() {
        world.drift(DriftPolicy.LEAVE).start();
        world.set(HOME, "192.0.2.1");
        world.edit("home", "A", "192.0.2.66");
        world.pass(Duration.ofHours(5));

        assertThat(world.home()).containsExactly("192.0.2.66");
        assertThat(world.events(Drifted.class))
                .singleElement()
                .satisfies(drift -> assertThat(drift.restored()).isFalse());
    }

    @Test
    void theNextUpdateAfterAChangeOfOthersIsWrittenThoughTheAddressIsTheSame() {
        world.drift(DriftPolicy.LEAVE).start();
        world.set(HOME, "192.0.2.1");
        world.edit("home", "A", "192.0.2.66");
        world.pass(Duration.ofMinutes(61));

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(changed("192.0.2.1"));
        assertThat(world.home()).containsExactly("192.0.2.1");
    }

    @Test
    void anUpdateToWhatOthersHadMadeOfItStays() {
        world.set(HOME, "192.0.2.1");
        world.edit("home", "A", "192.0.2.66");
        world.callers.hold();
        world.pass(Duration.ofMinutes(61));
        world.callers.release(0);
        world.settle();
        UpdateWorld.Reply reply = world.set(HOME, "192.0.2.66");
        world.callers.release();
        world.pass(Duration.ofHours(3));

        assertThat(reply.isThere()).isTrue();
        assertThat(world.home()).containsExactly("192.0.2.66");
    }

    @Test
    void aZoneThatIsGoneIsToldAndTriedNoOftenerThanItHelps() {
        world.set(HOME, "192.0.2.1");
        world.sandbox.zones().delete("example.com");
        world.pass(Duration.ofHours(6));

        assertThat(world.events(Delayed.class)).isNotEmpty().hasSizeLessThan(16);
    }

    @Test
    void aDryRunLeavesWhatOthersChanged() {
        world.set(HOME, "192.0.2.1");
        world.edit("home", "A", "192.0.2.66");
        world.dryRun().start();
        world.pass(Duration.ofHours(2));

        assertThat(world.home()).containsExactly("192.0.2.66");
        assertThat(world.events(Drifted.class))
                .singleElement()
                .satisfies(drift -> assertThat(drift.restored()).isFalse());
    }
}
