// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.Zone;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ZoneDirectoryTest {
    private final FakeApi api = new FakeApi();
    private final ManualTime time = new ManualTime();
    private final ZoneDirectory directory = new ZoneDirectory(api, time);
    private final Zone example = api.zone("example.com");

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "www.example.com, example.com",
        "*.example.com, example.com",
        "_acme-challenge.a.b.example.com, example.com",
        "dev.example.com, dev.example.com",
        "*.dev.example.com, dev.example.com",
        "a.dev.example.com, dev.example.com",
        "notdev.example.com, example.com",
        "xn--bcher-kva.example, xn--bcher-kva.example",
    })
    void findsTheZoneByTheLongestSuffix(String name, String zone) {
        api.zone("dev.example.com");
        api.zone("bücher.example");
        assertThat(directory.zoneOf(DomainName.of(name)).domain()).isEqualTo(DomainName.of(zone));
    }

    @Test
    void listsOnceForManyNames() {
        directory.zoneOf(DomainName.of("a.example.com"));
        directory.zoneOf(DomainName.of("b.example.com"));
        assertThat(directory.all()).containsExactly(example);
        assertThat(api.calls()).containsExactly("zones");
    }

    @Test
    void aNameInNoZoneIsRefusedWithThoseThereAre() {
        api.zone("example.net");
        assertThatExceptionOfType(ZoneNotFoundException.class)
                .isThrownBy(() -> directory.zoneOf(DomainName.of("www.badexample.com")))
                .withMessage("no zone of this account covers 'www.badexample.com';"
                        + " the account has example.com, example.net")
                .satisfies(e -> {
                    assertThat(e.name()).hasToString("www.badexample.com");
                    assertThat(e.zones()).containsExactly(example.domain(), DomainName.of("example.net"));
                });
    }

    @Test
    void manyZonesAreNotAllNamed() {
        IntStream.rangeClosed(10, 20).forEach(i -> api.zone("a" + i + ".net"));
        assertThatThrownBy(() -> directory.zoneOf(DomainName.of("example.org")))
                .hasMessageEndingWith("a18.net, a19.net and 2 more");
    }

    @Test
    void anEmptyAccountIsSaidToHaveNoZones() {
        api.dropZone(example);
        assertThatThrownBy(() -> directory.zoneOf(DomainName.of("example.org")))
                .hasMessageEndingWith("the account has no zones");
    }

    @Test
    void aMissRightAfterListingIsNotListedAgain() {
        assertThatThrownBy(() -> directory.zoneOf(DomainName.of("example.org")))
                .isInstanceOf(ZoneNotFoundException.class);
        assertThat(api.calls()).containsExactly("zones");
    }

    @Test
    void aZoneMadeMeanwhileIsFoundByOneMoreListing() {
        directory.all();
        Zone made = api.zone("example.org");

        assertThat(directory.zoneOf(DomainName.of("www.example.org"))).isEqualTo(made);
        assertThat(api.calls()).containsExactly("zones", "zones");
    }

    @Test
    void anAbsenceIsNotRememberedForEver() {
        assertThatThrownBy(() -> directory.zoneOf(DomainName.of("example.org")))
                .isInstanceOf(ZoneNotFoundException.class);
        Zone made = api.zone("example.org");

        assertThat(directory.zoneOf(DomainName.of("example.org"))).isEqualTo(made);
    }

    @Test
    void aListOfMoreThanAnHourAgoIsMadeAnew() {
        directory.all();
        Zone closer = api.zone("dev.example.com");
        time.advance(Duration.ofMinutes(59));
        assertThat(directory.zoneOf(DomainName.of("a.dev.example.com"))).isEqualTo(example);

        time.advance(Duration.ofMinutes(1));
        assertThat(directory.zoneOf(DomainName.of("a.dev.example.com"))).isEqualTo(closer);
    }

    @Test
    void refreshListsNow() {
        directory.all();
        Zone made = api.zone("example.org");

        assertThat(directory.refresh()).containsExactly(example, made);
        assertThat(directory.all()).containsExactly(example, made);
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void aFailedListingIsToldAndTriedAgain() {
        api.fail("zones"::equals, () -> new VpsDnsException("down", null));
        assertThatThrownBy(directory::all).isInstanceOf(VpsDnsException.class).hasMessage("down");

        api.heal();
        assertThat(directory.all()).containsExactly(example);
    }

    @Test
    void aFailedRefreshOnAMissLeavesWhatIsKnown() {
        directory.all();
        api.fail("zones"::equals, () -> new VpsDnsException("down", null));
        assertThatThrownBy(() -> directory.zoneOf(DomainName.of("example.org"))).hasMessage("down");

        assertThat(directory.zoneOf(DomainName.of("www.example.com"))).isEqualTo(example);
    }

    @Test
    void threadsThatAskAtOnceShareOneListing() {
        api.block("zones"::equals);
        AtomicInteger waiting = new AtomicInteger();
        List<CompletableFuture<Zone>> askers = IntStream.range(0, 16)
                .mapToObj(i -> inThread(() -> {
                    waiting.incrementAndGet();
                    return directory.zoneOf(DomainName.of("n" + i + ".example.com"));
                }))
                .toList();
        await().until(() -> waiting.get() == 16 && !api.calls().isEmpty());
        api.release();

        assertThat(askers).extracting(CompletableFuture::join).containsOnly(example);
        assertThat(api.calls()).containsExactly("zones");
    }

    @Test
    void threadsThatShareAListingShareItsFailure() {
        api.block("zones"::equals);
        api.fail("zones"::equals, () -> new VpsDnsException("down", null));
        CompletableFuture<Zone> first = inThread(() -> directory.zoneOf(example.domain()));
        await().until(() -> api.calls().size() == 1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        CompletableFuture<Zone> second = inThread(() -> {
            thread.set(Thread.currentThread());
            return directory.zoneOf(example.domain());
        });
        awaitParked(thread);
        api.release();

        assertThatThrownBy(first::join).hasRootCauseMessage("down");
        assertThatThrownBy(second::join).hasRootCauseMessage("down");
        assertThat(api.calls()).containsExactly("zones");
    }

    @Test
    void anInterruptOfTheOneWhoListsDoesNotStopTheOthers() throws Exception {
        api.block("zones"::equals);
        AtomicReference<Thread> leader = new AtomicReference<>();
        CompletableFuture<Zone> first = inThread(() -> {
            leader.set(Thread.currentThread());
            return directory.zoneOf(example.domain());
        });
        await().until(() -> api.calls().size() == 1);
        AtomicReference<Thread> follower = new AtomicReference<>();
        CompletableFuture<Zone> second = inThread(() -> {
            follower.set(Thread.currentThread());
            return directory.zoneOf(example.domain());
        });
        awaitParked(follower);

        leader.get().interrupt();
        await().until(() -> api.calls().size() == 2);
        api.release();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> first.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(CancelledException.class);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(example);
    }

    @Test
    void anInterruptOfOneWhoWaitsEndsItsWaitAndLeavesTheFlagSet() {
        api.block("zones"::equals);
        CompletableFuture<Zone> first = inThread(() -> directory.zoneOf(example.domain()));
        await().until(() -> api.calls().size() == 1);
        AtomicReference<Thread> follower = new AtomicReference<>();
        CompletableFuture<Boolean> flag = inThread(() -> {
            follower.set(Thread.currentThread());
            assertThatThrownBy(() -> directory.zoneOf(example.domain())).isInstanceOf(CancelledException.class);
            return Thread.currentThread().isInterrupted();
        });
        awaitParked(follower);

        follower.get().interrupt();

        assertThat(flag.join()).isTrue();
        api.release();
        assertThat(first.join()).isEqualTo(example);
    }

    @Test
    void aListingForgottenWhileUnderWayIsNotKept() {
        api.block("zones"::equals);
        CompletableFuture<Zone> first = inThread(() -> directory.zoneOf(example.domain()));
        await().until(() -> api.calls().size() == 1);
        directory.forget();
        api.release();
        first.join();

        directory.all();
        assertThat(api.calls()).containsExactly("zones", "zones");
    }

    private static void awaitParked(AtomicReference<Thread> thread) {
        await().until(() -> thread.get() != null && thread.get().getState() == Thread.State.WAITING);
    }

    private static <T> CompletableFuture<T> inThread(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, command -> {
            Thread thread = new Thread(command);
            thread.setDaemon(true);
            thread.start();
        });
    }
}
