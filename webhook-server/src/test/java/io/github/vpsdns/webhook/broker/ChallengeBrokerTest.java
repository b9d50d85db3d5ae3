// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.get;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import io.github.vpsdns.webhook.report.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChallengeBrokerTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final Outcome DONE = new Outcome.Done();

    private final BrokerWorld world = new BrokerWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aValueOfTwoOwnersGoesWithTheLast() {
        present("lego", VALUE);
        present("other", VALUE);

        assertThat(withdraw("lego", VALUE)).isEqualTo(DONE);
        assertThat(texts()).containsExactly(VALUE);
        assertThat(withdraw("other", VALUE)).isEqualTo(DONE);
        assertThat(texts()).isEmpty();
    }

    @Test
    void nobodyTakesAwayWhatIsAnothers() {
        present("lego", VALUE);

        assertThat(withdraw("other", VALUE)).isEqualTo(DONE);

        assertThat(texts()).containsExactly(VALUE);
    }

    @Test
    void otherValuesAtTheNameStay() {
        present("lego", value(1));
        present("other", value(2));
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", "somebody else's");

        withdraw("lego", value(1));

        assertThat(texts()).containsExactlyInAnyOrder(value(2), "somebody else's");
    }

    @Test
    void whatWasThereBeforeIsNotOurs() {
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);

        assertThat(present("lego", VALUE)).isEqualTo(DONE);
        assertThat(withdraw("lego", VALUE)).isEqualTo(DONE);
        world.time.advance(Duration.ofDays(1));
        world.broker().sweep();

        assertThat(texts()).containsExactly(VALUE);
        assertThat(world.writes()).isZero();
    }

    @Test
    void whatNobodyTakesAwayExpires() {
        present("lego", value(1));
        world.time.advance(Duration.ofHours(4));
        present("lego", value(2));
        world.time.advance(Duration.ofHours(3));

        world.broker().sweep();

        await().untilAsserted(() -> assertThat(texts()).containsExactly(value(2)));
        await().untilAsserted(() -> assertThat(world.events).contains(new WebhookEvent.Withdrawn(NAME, "lego", true)));
    }

    @Test
    void presentingAgainGivesAValueItsFullTime() {
        present("lego", VALUE);
        world.time.advance(Duration.ofHours(4));
        present("lego", VALUE);
        world.time.advance(Duration.ofHours(4));

        world.broker().sweep();
        withdraw("other", value(1));

        assertThat(world.store.challenges().all()).hasSize(1);
        assertThat(texts()).containsExactly(VALUE);
    }

    @Test
    void whatIsLeftOfACopyGoesToo() {
        present("lego", VALUE);
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);

        withdraw("lego", VALUE);

        assertThat(texts()).isEmpty();
    }

    @Test
    void aRemovalIsRetriedUntilItIsDone() {
        present("lego", VALUE);
        long fault =
                world.sandbox.faults().add(Fault.status(500).on("DELETE", "/**").always());

        assertThat(withdraw("lego", VALUE)).isInstanceOf(Outcome.NotNow.class);
        assertThat(texts()).containsExactly(VALUE);

        world.sandbox.faults().remove(fault);
        world.time.advance(Duration.ofMinutes(10));
        await().untilAsserted(() -> assertThat(texts()).isEmpty());
        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
    }

    @Test
    void aRemovalThatTheApiRefusesIsTriedLaterAndRarer() {
        present("lego", VALUE);
        long fault =
                world.sandbox.faults().add(Fault.status(400).on("DELETE", "/**").always());
        assertThat(withdraw("lego", VALUE)).isInstanceOf(Outcome.Refused.class);

        world.broker().sweep();
        assertThat(present("other", value(1))).isEqualTo(DONE);
        assertThat(world.sandbox.calls().count("DELETE", "/**")).isEqualTo(1);

        world.sandbox.faults().remove(fault);
        world.time.advance(Duration.ofMinutes(1));
        world.broker().sweep();
        await().untilAsserted(() -> assertThat(texts()).containsExactly(value(1)));
    }

    @Test
    void aValueThatCouldNotBeHadIsNotLeftBehind() {
        world.sandbox.faults().add(Fault.drop().afterCommit().on("POST", "/dns-zones/*/records/"));
        world.sandbox
                .faults()
                .add(Fault.status(500)
                        .on("GET", "/dns-zones/*/records/")
                        .skip(1)
                        .always());

        assertThat(present("lego", VALUE)).isInstanceOf(Outcome.NotNow.class);
        assertThat(texts()).containsExactly(VALUE);
        world.sandbox.faults().clear();
        world.time.advance(Duration.ofMinutes(10));

        await().untilAsserted(() -> assertThat(texts()).isEmpty());
        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
    }

    @Test
    void aFailedRefreshTakesNothingAway() {
        present("lego", VALUE);
        world.sandbox.faults().add(Fault.status(500).on("GET", "/**").always());

        assertThat(present("lego", VALUE)).isInstanceOf(Outcome.NotNow.class);
        world.sandbox.faults().clear();
        world.time.advance(Duration.ofMinutes(30));
        world.broker().sweep();
        withdraw("other", VALUE);

        assertThat(texts()).containsExactly(VALUE);
        assertThat(world.store.challenges().all()).hasSize(1);
    }

    @Test
    void whileTheApiIsAwayNobodyWaitsForNothing() {
        world.sandbox.faults().add(Fault.status(429, Duration.ofMinutes(30)).always());
        present("lego", value(1));
        world.sandbox.calls().clear();

        Outcome outcome = present("lego", value(2));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotNow.class,
                        notNow -> assertThat(notNow.after()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
        assertThat(world.sandbox.calls().all()).isEmpty();
        assertThat(world.store.challenges().of(NAME, "lego"))
                .noneMatch(row -> row.value().equals(value(2)));
    }

    @Test
    void manyAtOnceShareListings() {
        world.sandbox.faults().add(Fault.delay(Duration.ofMillis(500)).on("GET", "/dns-zones/"));
        List<CompletableFuture<Outcome>> answers = IntStream.range(0, 40)
                .mapToObj(i -> world.broker()
                        .present(
                                new Challenge(
                                        new TxtValue(DomainName.of("_acme-challenge.h" + i + ".example.com"), VALUE),
                                        "lego"),
                                false)
                        .toCompletableFuture())
                .toList();

        assertThat(answers).allMatch(answer -> get(answer).equals(DONE));
        assertThat(texts()).hasSize(40);
        assertThat(world.sandbox.calls().count("GET", "/dns-zones/*/records/")).isLessThanOrEqualTo(8);
        assertThat(world.sandbox.calls().count("POST", "/dns-zones/*/records/")).isEqualTo(40);
    }

    @Test
    void whatIsAskedLastCountsHoweverFast() {
        for (int round = 0; round < 30; round++) {
            Challenge challenge = new Challenge(new TxtValue(NAME, VALUE), "lego");
            CompletableFuture<Outcome> first =
                    world.broker().present(challenge, false).toCompletableFuture();
            CompletableFuture<Outcome> second =
                    world.broker().withdraw(challenge).toCompletableFuture();
            CompletableFuture<Outcome> last =
                    round % 2 == 0 ? world.broker().present(challenge, false).toCompletableFuture() : second;
            get(first);
            get(second);
            assertThat(get(last)).isEqualTo(DONE);

            assertThat(texts()).hasSize(round % 2 == 0 ? 1 : 0);
        }
    }

    @Test
    void saysHowManyStand() {
        present("lego", value(1));
        present("lego", value(2));
        world.broker().sweep();
        assertThat(world.broker().standing()).isEqualTo(2);

        withdraw("lego", value(1));
        world.broker().sweep();
        assertThat(world.broker().standing()).isEqualTo(1);
    }

    @Test
    void aDeletedZoneHasTakenItsValuesAlong() {
        present("lego", VALUE);
        world.sandbox.zones().delete("example.com");

        withdraw("lego", VALUE);
        world.broker().sweep();

        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
    }

    private Outcome present(String owner, String value) {
        return get(world.broker()
                .present(new Challenge(new TxtValue(NAME, value), owner), false)
                .toCompletableFuture());
    }

    private Outcome withdraw(String owner, String value) {
        return get(world.broker()
                .withdraw(new Challenge(new TxtValue(NAME, value), owner))
                .toCompletableFuture());
    }

    private List<String> texts() {
        return world.sandbox.zones().records("example.com").stream()
                .map(SandboxRecord::value)
                .toList();
    }
}
