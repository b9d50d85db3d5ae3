// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.store.KnownSet.KnownRecord;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every book of hosts does. */
public interface HostBookContract extends StoreContract {
    Duration LEASE = Duration.ofSeconds(30);

    private HostBook hosts() {
        return store().hosts();
    }

    private HostRow row() {
        return hosts().row(HOME).orElseThrow();
    }

    @Test
    default void knowsNobodyAtFirst() {
        assertThat(hosts().rows()).isEmpty();
        assertThat(hosts().row(HOME)).isEmpty();
    }

    @Test
    default void keepsAWishAsItWasGiven() {
        Wish wish = accept(HOME, ONE, TWO);

        assertThat(wish).isEqualTo(new Wish(1, List.of(ONE, TWO), "fritzbox", "2001:db8::c", time().now()));
        assertThat(row()).isEqualTo(new HostRow(HOME, wish, null, null));
    }

    @Test
    default void keepsAWishForNoRecordAtAll() {
        assertThat(accept(HOME).addresses()).isEmpty();
        assertThat(row().open()).isNotNull();
        assertThat(row().open().addresses()).isEmpty();
    }

    @Test
    default void keepsTheFamiliesOfAHostApart() {
        Wish four = accept(HOME, ONE);
        Wish six = accept(HOME6, SIX);

        assertThat(hosts().rows())
                .containsExactly(new HostRow(HOME, four, null, null), new HostRow(HOME6, six, null, null));
    }

    @Test
    default void putsANewWishInPlaceOfTheOpenOne() {
        Wish old = accept(HOME, ONE);
        Wish young = accept(HOME, TWO);

        assertThat(young.sequence()).isGreaterThan(old.sequence());
        assertThat(row().open()).isEqualTo(young);
    }

    @Test
    default void countsOnAfterAWishIsDone() {
        Wish first = accept(HOME, ONE);
        hosts().finished(HOME, first, null, known(ONE));

        assertThat(accept(HOME, TWO).sequence()).isGreaterThan(first.sequence());
    }

    @Test
    default void countsOnAfterAWishIsGivenUp() {
        Wish first = accept(HOME, ONE);
        hosts().giveUp(HOME, first);

        assertThat(accept(HOME, TWO).sequence()).isGreaterThan(first.sequence());
    }

    @Test
    default void numbersWishesThatComeAtOnceAllDifferently() {
        Set<Long> sequences = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> sequences.add(accept(HOME, ONE).sequence()));

        assertThat(sequences).hasSize(40);
    }

    @Test
    default void remembersWhatIsDoneAndWhatTheApiHas() {
        Wish wish = accept(HOME, ONE);
        time().advance(Duration.ofNanos(1_000_000_001));
        hosts().finished(HOME, wish, List.of(), known(ONE));

        assertThat(row()).isEqualTo(new HostRow(HOME, null, wish, known(ONE)));
    }

    @Test
    default void keepsTheNewerWishOpenWhenAnOlderIsDone() {
        Wish old = accept(HOME, ONE);
        Wish young = accept(HOME, TWO);
        hosts().finished(HOME, old, null, known(ONE));

        assertThat(row()).isEqualTo(new HostRow(HOME, young, old, known(ONE)));
    }

    @Test
    default void doesNotGoBackToAnOlderWishThatWasFinishedLate() {
        Wish old = accept(HOME, ONE);
        KnownSet before = known(ONE);
        Wish young = accept(HOME, TWO);
        time().advance(Duration.ofSeconds(1));
        hosts().finished(HOME, young, null, known(TWO));
        hosts().finished(HOME, old, null, before);

        assertThat(row()).isEqualTo(new HostRow(HOME, null, young, known(TWO)));
    }

    @Test
    default void dropsAWishThatIsGivenUp() {
        Wish wish = accept(HOME, ONE);
        hosts().giveUp(HOME, wish);

        assertThat(row()).isEqualTo(new HostRow(HOME, null, null, null));
    }

    @Test
    default void keepsTheNewerWishWhenAnOlderIsGivenUp() {
        Wish old = accept(HOME, ONE);
        Wish young = accept(HOME, TWO);
        hosts().giveUp(HOME, old);

        assertThat(row().open()).isEqualTo(young);
    }

    @Test
    default void remembersWhatWasSeenOfAHostThatNobodyHasSpokenOf() {
        hosts().seen(HOME6, known(SIX));

        assertThat(hosts().row(HOME6)).contains(new HostRow(HOME6, null, null, known(SIX)));
    }

    @Test
    default void remembersThatThereWasNothing() {
        hosts().seen(HOME, known());

        assertThat(row().known()).isEqualTo(known());
    }

    @Test
    default void remembersRecordsWithStrangeIdsAndWithoutATtl() {
        KnownSet strange = new KnownSet(
                List.of(new KnownRecord("ä'\"; DROP TABLE x", ONE, -1), new KnownRecord("", TWO, 60)), time().now());
        hosts().seen(HOME, strange);

        assertThat(row().known()).isEqualTo(strange);
    }

    @Test
    default void believesTheLaterLook() {
        KnownSet early = known(ONE);
        time().advance(Duration.ofMillis(1));
        KnownSet late = known(TWO);
        hosts().seen(HOME, late);
        hosts().seen(HOME, early);

        assertThat(row().known()).isEqualTo(late);
    }

    @Test
    default void believesNoLookWhileAWishIsOpen() {
        Wish wish = accept(HOME, ONE);
        hosts().seen(HOME, known(TWO));

        assertThat(row()).isEqualTo(new HostRow(HOME, wish, null, null));
    }

    @Test
    default void forgetsWhatIsWrongAlsoWhileAWishIsOpen() {
        hosts().seen(HOME, known(TWO));
        Wish wish = accept(HOME, ONE);
        hosts().seen(HOME, null);

        assertThat(row()).isEqualTo(new HostRow(HOME, wish, null, null));
    }

    @Test
    default void hasNothingToForgetOfAHostThatNobodyHasSpokenOf() {
        hosts().seen(HOME, null);
        hosts().release(HOME);

        assertThat(hosts().row(HOME)).isEmpty();
    }

    @Test
    default void givesASetToTheServerThatClaimsItAndAgain() {
        Wish wish = accept(HOME, ONE);

        assertThat(hosts().claim(HOME, LEASE)).contains(new HostRow(HOME, wish, null, null));
        assertThat(hosts().claim(HOME, LEASE)).contains(new HostRow(HOME, wish, null, null));
    }

    @Test
    default void takesAWishForASetThatIsClaimed() {
        accept(HOME, ONE);
        hosts().claim(HOME, LEASE);
        Wish young = accept(HOME, TWO);

        assertThat(row().open()).isEqualTo(young);
    }

    @Test
    default void takesUsersOfAnyName() {
        String name = "Jürgen \uD83D\uDE00 'x'; --";
        Wish wish = hosts().accept(HOME, List.of(ONE), name, CLIENT);

        assertThat(wish.user()).isEqualTo(name);
        assertThat(row().open()).isEqualTo(wish);
    }
}
