// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a book does that several servers write to. */
public interface SharedHostsContract extends HostBookContract {
    /** Another server over the same database, which the test class closes. */
    Store another();

    @Test
    default void knowsThatItIsNotAlone() {
        try (Store other = another()) {
            assertThat(store().hosts().isShared()).isTrue();
            assertThat(other.hosts().isShared()).isTrue();
        }
    }

    @Test
    default void showsTheOtherServerWhatThisOneHasNoted() {
        Wish wish = accept(HOME, ONE);
        try (Store other = another()) {
            assertThat(other.hosts().row(HOME)).contains(new HostRow(HOME, wish, null, null));
        }
    }

    @Test
    default void numbersTheWishesOfAllServersInOneRow() {
        try (Store other = another()) {
            Wish first = accept(HOME, ONE);
            Wish second = other.hosts().accept(HOME, List.of(TWO), "other", CLIENT);
            Wish third = accept(HOME, ONE);

            assertThat(Stream.of(first, second, third).map(Wish::sequence))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    default void givesASetToOneServerAlone() {
        accept(HOME, ONE);
        try (Store other = another()) {
            assertThat(other.hosts().claim(HOME, LEASE)).isPresent();
            assertThat(store().hosts().claim(HOME, LEASE)).isEmpty();
            assertThat(store().hosts().claim(HOME6, LEASE)).isPresent();
        }
    }

    @Test
    default void givesItToTheNextWhenItIsReleased() {
        try (Store other = another()) {
            other.hosts().claim(HOME, LEASE);
            other.hosts().release(HOME);
            assertThat(store().hosts().claim(HOME, LEASE)).isPresent();
        }
    }

    @Test
    default void givesItToTheNextWhenItsWishIsDone() {
        Wish wish = accept(HOME, ONE);
        try (Store other = another()) {
            other.hosts().claim(HOME, LEASE);
            other.hosts().finished(HOME, wish, null, known(ONE));
            assertThat(store().hosts().claim(HOME, LEASE)).contains(new HostRow(HOME, null, wish, known(ONE)));
        }
    }

    @Test
    default void givesItToTheNextWhenItsWishIsGivenUp() {
        Wish wish = accept(HOME, ONE);
        try (Store other = another()) {
            other.hosts().claim(HOME, LEASE);
            other.hosts().giveUp(HOME, wish);
            assertThat(store().hosts().claim(HOME, LEASE)).isPresent();
        }
    }

    @Test
    default void givesItToTheNextWhenTheServerCloses() {
        try (Store other = another()) {
            other.hosts().claim(HOME, LEASE);
        }
        assertThat(store().hosts().claim(HOME, LEASE)).isPresent();
    }

    @Test
    default void givesItToTheNextWhenTheLeaseHasEnded() {
        Duration brief = Duration.ofMillis(200);
        try (Store other = another()) {
            other.hosts().claim(HOME, brief);
            time().advance(brief);
            await().untilAsserted(
                            () -> assertThat(store().hosts().claim(HOME, LEASE)).isPresent());
            assertThat(other.hosts().claim(HOME, brief)).isEmpty();
        }
    }

    @Test
    default void leavesTheClaimOfAnotherServerAlone() {
        Wish wish = accept(HOME, ONE);
        try (Store other = another()) {
            other.hosts().claim(HOME, LEASE);
            store().hosts().release(HOME);
            store().hosts().giveUp(HOME, wish);
            store().hosts().finished(HOME, wish, null, known(ONE));
            assertThat(store().hosts().claim(HOME, LEASE)).isEmpty();
        }
    }

    @Test
    default void givesASetThatManyClaimAtOnceToOne() {
        List<Store> servers = Stream.generate(this::another).limit(4).toList();
        try {
            AtomicInteger winners = new AtomicInteger();
            servers.parallelStream()
                    .forEach(server -> server.hosts().claim(HOME, LEASE).ifPresent(row -> winners.incrementAndGet()));
            assertThat(winners).hasValue(1);
        } finally {
            servers.forEach(Store::close);
        }
    }

    @Test
    default void countsTheFailuresThatAllServersSaw() {
        try (Store other = another()) {
            store().failures().add("fritzbox", time().now(), LEASE);
            assertThat(other.failures().add("fritzbox", time().now(), LEASE).count())
                    .isEqualTo(2);
        }
    }
}
