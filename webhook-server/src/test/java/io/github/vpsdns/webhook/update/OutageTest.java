// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static io.github.vpsdns.webhook.update.UpdateWorld.later;
import static io.github.vpsdns.webhook.update.UpdateWorld.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiClosed;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiOpened;
import io.github.vpsdns.webhook.report.WebhookEvent.Delayed;
import io.github.vpsdns.webhook.report.WebhookEvent.GivenUp;
import io.github.vpsdns.webhook.update.UpdateWorld.Reply;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API is away, asks for a pause, or refuses. */
class OutageTest {
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
    void minutesLaterTheLastWishIsWritten() {
        world.sandbox.faults().add(Fault.drop().always());
        Reply during = world.set(HOME, "192.0.2.2");
        world.pass(Duration.ofMinutes(5));
        Reply last = world.set(HOME, "192.0.2.3");
        world.pass(Duration.ofMinutes(5));

        assertThat(List.of(during.one(), last.one())).containsOnly(later(true));
        assertThat(world.home()).containsExactly("192.0.2.1");
        world.sandbox.faults().clear();
        world.pass(Duration.ofMinutes(11));
        assertThat(world.home()).containsExactly("192.0.2.3");
        assertThat(world.events(ApiOpened.class)).isNotEmpty();
        assertThat(world.events(ApiClosed.class)).isNotEmpty();
    }

    @Test
    void whatIsKnownIsAnsweredThroughIt() {
        world.sandbox.faults().add(Fault.drop().always());
        world.set("www.example.com", "192.0.2.2");
        world.pass(Duration.ofMinutes(5));

        assertThat(world.set(HOME, "192.0.2.1").one()).isEqualTo(unchanged("192.0.2.1"));
    }

    @Test
    void manyNamesMakeNoMoreCallsThanOne() {
        IntStream.range(0, 50).forEach(i -> world.set("n" + i + ".example.com", "192.0.2.1"));
        world.sandbox.faults().add(Fault.drop().always());
        IntStream.range(0, 50).forEach(i -> world.set("n" + i + ".example.com", "192.0.2.2"));
        world.forgetCalls();
        world.pass(Duration.ofHours(1));

        // A pause of at least five minutes each, of at most four tries.
        assertThat(world.calls().size()).isLessThan(100);
        assertThat(world.board.waiting()).isEqualTo(50);
    }

    @Test
    void whoWouldWaitInVainIsToldAtOnce() {
        world.sandbox.faults().add(Fault.status(429, Duration.ofMinutes(10)).always());
        world.set(HOME, "192.0.2.2");

        assertThat(world.set("www.example.com", "192.0.2.2").one()).isEqualTo(later(true));
    }

    @Test
    void aPauseThatTheApiAsksForIsKept() {
        world.sandbox.faults().add(Fault.status(429, Duration.ofMinutes(10)).times(1));
        world.set(HOME, "192.0.2.2");
        world.forgetCalls();
        world.pass(Duration.ofMinutes(9));

        assertThat(world.calls()).isEmpty();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.home()).containsExactly("192.0.2.2");
    }

    @Test
    void refusedCredentialsEndAllCallsUntilThereAreOthers() {
        world.access.use("vps_wrong");
        Reply reply = world.set(HOME, "192.0.2.2");
        world.forgetCalls();
        world.pass(Duration.ofHours(2));

        assertThat(reply.one()).isEqualTo(later(true));
        assertThat(world.calls()).isEmpty();
        assertThat(world.board.api().problem()).isNotNull();
        world.access.offer(world.sandbox.token());
        world.pass(Duration.ofSeconds(5));
        assertThat(world.home()).containsExactly("192.0.2.2");
        assertThat(world.board.api().problem()).isNull();
    }

    @Test
    void aRefusalIsToldAndGivenUp() {
        world.sandbox.faults().add(Fault.status(400).on("PATCH", "/**").always());

        assertThat(world.set(HOME, "192.0.2.2").one()).isInstanceOf(HostOutcome.Impossible.class);
        assertThat(world.events(GivenUp.class)).hasSize(1);
        world.forgetCalls();
        world.pass(Duration.ofMinutes(30));
        assertThat(world.writes()).isEmpty();
        assertThat(world.board.waiting()).isZero();
    }

    @Test
    void aNameThatAloneFailsKeepsNoOtherWaiting() {
        world.set("bad.example.com", "192.0.2.1");
        String bad =
                world.sandbox.zones().records("example.com", "bad", "A").get(0).uuid();
        world.sandbox
                .faults()
                .add(Fault.status(500).on("PATCH", "/dns-records/" + bad + "/").always());
        world.set("bad.example.com", "192.0.2.2");
        world.pass(Duration.ofMinutes(30));

        assertThat(world.set(HOME, "192.0.2.2").isThere()).isTrue();
        world.pass(Duration.ofMinutes(30));
        assertThat(world.home()).containsExactly("192.0.2.2");
        assertThat(world.set(HOME, "192.0.2.3").one()).isEqualTo(changed("192.0.2.3"));
        assertThat(world.events(Delayed.class)).isNotEmpty();
    }

    @Test
    void aRecordThatIsGoneIsMadeAgain() {
        world.edit("home", "A");

        assertThat(world.set(HOME, "192.0.2.2").one()).isEqualTo(changed("192.0.2.2"));
        assertThat(world.home()).containsExactly("192.0.2.2");
    }

    @Test
    void aLostAnswerIsSettledByAListing() {
        world.sandbox.faults().add(Fault.drop().afterCommit().times(10));
        world.set(HOME, "192.0.2.2");
        world.sandbox.faults().clear();
        world.forgetCalls();
        world.pass(Duration.ofMinutes(1));

        assertThat(world.calls()).containsExactly("GET /dns-zones/*/records/");
        assertThat(world.home()).containsExactly("192.0.2.2");
    }

    @Test
    void aLostWriteThatArrivesLateIsPutRightWhateverThePolicy() {
        world.drift(io.github.vpsdns.webhook.settings.DriftPolicy.LEAVE).start();
        world.sandbox.faults().add(Fault.drop().beforeCommit().times(10));
        world.set(HOME, "192.0.2.2");
        world.sandbox.faults().clear();
        world.pass(Duration.ofSeconds(1));
        world.set(HOME, "192.0.2.3");
        world.pass(Duration.ofMinutes(1));
        assertThat(world.home()).containsExactly("192.0.2.3");

        world.edit("home", "A", "192.0.2.2");
        world.pass(Duration.ofMinutes(4));

        assertThat(world.home()).containsExactly("192.0.2.3");
    }
}
