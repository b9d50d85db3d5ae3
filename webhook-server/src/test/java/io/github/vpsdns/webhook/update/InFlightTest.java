// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static io.github.vpsdns.webhook.update.UpdateWorld.later;
import static io.github.vpsdns.webhook.update.UpdateWorld.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.update.UpdateWorld.Reply;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to wishes that come while others are on their way. */
class InFlightTest {
    private final UpdateWorld world = new UpdateWorld().nameChanges(1000).start();

    @BeforeEach
    void known() {
        world.set(HOME, "192.0.2.1");
        world.forgetCalls();
        world.callers.hold();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aHundredWishesTakeTwoWritesAndTheLastWins() {
        List<Reply> replies = IntStream.range(0, 100)
                .mapToObj(i -> world.set(HOME, "203.0.113." + i))
                .toList();
        world.callers.release();
        world.settle();

        assertThat(world.home()).containsExactly("203.0.113.99");
        assertThat(world.writes()).containsExactly("PATCH /dns-records/*/", "PATCH /dns-records/*/");
        assertThat(replies.get(99).one()).isEqualTo(changed("203.0.113.99"));
        assertThat(replies.subList(1, 99)).allMatch(reply -> reply.one().equals(later(false)));
    }

    @Test
    void theWishThatIsBeingWrittenIsConfirmedThoughANewerOneWaits() {
        Reply older = world.set(HOME, "192.0.2.2");
        Reply newer = world.set(HOME, "192.0.2.3");
        world.callers.release();
        world.settle();

        assertThat(older.one()).isEqualTo(changed("192.0.2.2"));
        assertThat(newer.one()).isEqualTo(changed("192.0.2.3"));
        assertThat(world.home()).containsExactly("192.0.2.3");
    }

    @Test
    void whoWantsTheSameWaitsForTheSameWrite() {
        Reply one = world.set(HOME, "192.0.2.2");
        Reply other = world.set(HOME, "192.0.2.2");
        world.callers.release();
        world.settle();

        assertThat(List.of(one.one(), other.one())).containsOnly(changed("192.0.2.2"));
        assertThat(world.writes()).hasSize(1);
        assertThat(world.hosts.accepted).hasSize(2);
    }

    @Test
    void goingBackIsWrittenThoughTheOldAddressWasKnown() {
        world.set(HOME, "192.0.2.2");
        Reply back = world.set(HOME, "192.0.2.1");
        world.callers.release();
        world.settle();

        assertThat(back.one()).isEqualTo(changed("192.0.2.1"));
        assertThat(world.home()).containsExactly("192.0.2.1");
    }

    @Test
    void goingBackBeforeTheWriteBeganTakesNoWrite() {
        world.callers.release();
        world.clerks.hold();
        Reply there = world.set(HOME, "192.0.2.2");
        Reply back = world.set(HOME, "192.0.2.1");
        world.clerks.release();
        world.settle();

        assertThat(there.one()).isEqualTo(later(false));
        assertThat(back.one()).isEqualTo(unchanged("192.0.2.1"));
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void nobodyIsConfirmedBeforeTheApiHasAnswered() {
        Reply reply = world.set(HOME, "192.0.2.2");

        assertThat(reply.isThere()).isFalse();
    }

    @Test
    void whoWaitsTooLongIsToldThatItGoesOn() {
        Reply reply = world.set(HOME, "192.0.2.2");
        world.pass(Duration.ofSeconds(8));

        assertThat(reply.one()).isEqualTo(later(true));
        world.callers.release();
        world.settle();
        assertThat(world.home()).containsExactly("192.0.2.2");
    }

    @Test
    void whatWasNotEvenNotedInTimeIsNotDone() {
        world.callers.release();
        world.clerks.hold();
        world.set(HOME, "192.0.2.2");
        Reply reply = world.set(HOME, "192.0.2.3");
        world.pass(Duration.ofSeconds(8));

        assertThat(reply.one()).isEqualTo(later(false));
        world.clerks.release();
        world.settle();
        assertThat(world.home()).containsExactly("192.0.2.2");
    }

    @Test
    void theOtherFamilyIsWrittenMeanwhile() {
        world.set(HOME, "192.0.2.2");
        world.set(HOME, "2001:db8::1");

        assertThat(world.callers.held()).isEqualTo(2);
    }

    @Test
    void noMoreCallsAreMadeAtOnceThanTheSettingsAllow() {
        IntStream.range(0, 30).forEach(i -> world.edit("n" + i, "A", "192.0.2.1"));
        world.callers.release();
        IntStream.range(0, 30).forEach(i -> world.set("n" + i + ".example.com", "192.0.2.1"));
        world.callers.hold();
        IntStream.range(0, 30).forEach(i -> world.set("n" + i + ".example.com", "192.0.2.2"));

        assertThat(world.callers.held()).isEqualTo(8);
        world.callers.release();
        world.settle();
        assertThat(IntStream.range(0, 30).mapToObj(i -> world.values("n" + i + ".example.com", "A")))
                .allMatch(List.of("192.0.2.2")::equals);
    }
}
