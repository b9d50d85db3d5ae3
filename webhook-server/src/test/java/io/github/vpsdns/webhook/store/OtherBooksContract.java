// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.AccountBook.Account;
import io.github.vpsdns.webhook.store.ChallengeBook.Value;
import io.github.vpsdns.webhook.store.FailureBook.Failures;
import io.github.vpsdns.webhook.store.HistoryBook.Change;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every history and the books of failures, challenges and accounts do. */
public interface OtherBooksContract extends StoreContract {
    Duration HOUR = Duration.ofHours(1);
    DomainName CHALLENGE = DomainName.of("_acme-challenge.example.com");

    private void change(HostKey key, InetAddress address) {
        time().advance(Duration.ofSeconds(1));
        store().hosts().finished(key, accept(key, address), List.of(), known(address));
    }

    private List<InetAddress> history(HostKey key) {
        return store().history().last(key, 100).stream()
                .flatMap(change -> change.addresses().stream())
                .toList();
    }

    @Test
    default void historyHasWhatWasChangedByWhom() {
        change(HOME, ONE);

        assertThat(store().history().last(HOME, 10))
                .containsExactly(new Change(HOME, time().now(), List.of(ONE), "fritzbox", "2001:db8::c"));
    }

    @Test
    default void historyBeginsWithTheNewestAndEndsWhereAsked() {
        change(HOME, ONE);
        change(HOME, TWO);
        change(HOME, ONE);

        assertThat(history(HOME)).containsExactly(ONE, TWO, ONE);
        assertThat(store().history().last(HOME, 2))
                .extracting(Change::addresses)
                .containsExactly(List.of(ONE), List.of(TWO));
        assertThat(store().history().last(HOME6, 10)).isEmpty();
    }

    @Test
    default void historyHasNothingOfAWishThatWasTrueAlready() {
        store().hosts().finished(HOME, accept(HOME, ONE, TWO), List.of(TWO, ONE), known(ONE, TWO));

        assertThat(history(HOME)).isEmpty();
    }

    @Test
    default void historyHasAWishOfWhichNobodyKnowsWhatWasBefore() {
        store().hosts().finished(HOME, accept(HOME, ONE), null, known(ONE));

        assertThat(history(HOME)).containsExactly(ONE);
    }

    @Test
    default void historyKeepsTheNewestOfEachSet() {
        change(HOME6, SIX);
        change(HOME, ONE);
        change(HOME, TWO);
        change(HOME, ONE);
        store().history().prune(2);

        assertThat(history(HOME)).containsExactly(ONE, TWO);
        assertThat(history(HOME6)).containsExactly(SIX);
    }

    @Test
    default void failuresAddUpWithinTheWindow() {
        Instant first = time().now();
        assertThat(store().failures().add("fritzbox", first, HOUR)).isEqualTo(new Failures("fritzbox", first, 1));
        assertThat(store().failures().add("fritzbox", first.plus(HOUR), HOUR))
                .isEqualTo(new Failures("fritzbox", first, 2));
        assertThat(store().failures().since(first)).containsExactly(new Failures("fritzbox", first, 2));
    }

    @Test
    default void failuresBeginAnewAfterTheWindow() {
        Instant first = time().now();
        Instant later = first.plus(HOUR).plusNanos(1);
        store().failures().add("fritzbox", first, HOUR);

        assertThat(store().failures().add("fritzbox", later, HOUR)).isEqualTo(new Failures("fritzbox", later, 1));
    }

    @Test
    default void failuresOfOneAreNotThoseOfAnother() {
        store().failures().add("192.0.2.1", time().now(), HOUR);

        assertThat(store().failures().add("192.0.2.2", time().now(), HOUR).count())
                .isEqualTo(1);
    }

    @Test
    default void failuresThatComeAtOnceAllCount() {
        Instant now = time().now();
        IntStream.range(0, 40).parallel().forEach(i -> store().failures().add("fritzbox", now, HOUR));

        assertThat(store().failures().since(now)).containsExactly(new Failures("fritzbox", now, 40));
    }

    @Test
    default void failuresCanBeForgottenOfOne() {
        store().failures().add("192.0.2.1", time().now(), HOUR);
        store().failures().add("192.0.2.2", time().now(), HOUR);
        store().failures().clear("192.0.2.1");

        assertThat(store().failures().since(Instant.EPOCH))
                .extracting(Failures::subject)
                .containsExactly("192.0.2.2");
    }

    @Test
    default void failuresBeforeATimeCanBeForgotten() {
        Instant first = time().now();
        store().failures().add("old", first, HOUR);
        store().failures().add("young", first.plusMillis(1), HOUR);
        store().failures().prune(first.plusMillis(1));

        assertThat(store().failures().since(Instant.EPOCH))
                .extracting(Failures::subject)
                .containsExactly("young");
    }

    @Test
    default void failuresAreThoseSinceATime() {
        Instant first = time().now();
        store().failures().add("old", first, HOUR);
        store().failures().add("young", first.plusMillis(1), HOUR);

        assertThat(store().failures().since(first.plusMillis(1)))
                .extracting(Failures::subject)
                .containsExactly("young");
    }

    @Test
    default void challengesAreThoseOfAnOwnerTheOldestFirst() {
        Value second = challenge("b", "one");
        Value first = challenge("a", "one");
        store().challenges().put(second);
        store().challenges().put(first);
        store().challenges().put(challenge("c", "two"));
        store().challenges().put(new Value(DomainName.of("_acme-challenge.example.org"), "d", "one", time().now()));

        assertThat(store().challenges().of(CHALLENGE, "one")).containsExactly(second, first);
        assertThat(store().challenges().all()).hasSize(4);
    }

    @Test
    default void aChallengePutAgainEndsLaterAndKeepsItsPlace() {
        Value again = new Value(CHALLENGE, "a", "one", time().now().plus(HOUR.multipliedBy(2)));
        store().challenges().put(challenge("a", "one"));
        store().challenges().put(challenge("b", "one"));
        store().challenges().put(again);

        assertThat(store().challenges().all()).containsExactly(again, challenge("b", "one"));
    }

    @Test
    default void aChallengeIsRemovedOfItsOwnerOnlyWheneverItEnds() {
        store().challenges().put(challenge("a", "one"));
        store().challenges().put(challenge("a", "two"));
        store().challenges().remove(new Value(CHALLENGE, "a", "one", Instant.EPOCH));

        assertThat(store().challenges().all()).containsExactly(challenge("a", "two"));
    }

    @Test
    default void aChallengeMayEndAtNoTime() {
        store().challenges().put(new Value(CHALLENGE, "a", "one", Instant.MAX));

        assertThat(store().challenges().all().get(0).expires()).isAfter(Instant.parse("9999-01-01T00:00:00Z"));
    }

    private Value challenge(String value, String owner) {
        return new Value(CHALLENGE, value, owner, time().now().plus(HOUR));
    }

    @Test
    default void accountsAreFoundByName() {
        Account account = new Account(
                "eabcdb41-d89f-4580-826f-3e62e9755ef2",
                "0".repeat(64),
                "d420c923-bbd7-4056-ab64-c3ca54c9b3cf",
                List.of(Network.of("192.0.2.0/24"), Network.of("2001:db8::/32")),
                "admin",
                time().now());
        Account open = new Account("other", "1".repeat(64), "sub", List.of(), "", time().now());
        store().accounts().add(account);
        store().accounts().add(open);

        assertThat(store().accounts().find(account.username())).contains(account);
        assertThat(store().accounts().find("other")).contains(open);
        assertThat(store().accounts().find("nobody\0")).isEmpty();
        assertThat(store().accounts().count()).isEqualTo(2);
    }

    @Test
    default void anAccountIsNotReplaced() {
        Account account = new Account("name", "0".repeat(64), "sub", List.of(), "", time().now());
        store().accounts().add(account);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store().accounts()
                        .add(new Account("name", "1".repeat(64), "other", List.of(), "", time().now())));
        assertThat(store().accounts().find("name")).contains(account);
    }
}
