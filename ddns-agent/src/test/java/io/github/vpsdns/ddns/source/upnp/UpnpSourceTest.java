// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UpnpSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void readsTheIpv4AddressOfAFritzBox() {
        try (FakeRouter router = Recorded.fritzBox()) {
            assertThat(read(router, Family.IPV4)).isEqualTo("203.0.113.17");
        }
    }

    @Test
    void readsTheIpv6AddressOfAFritzBox() {
        try (FakeRouter router = Recorded.fritzBox()) {
            assertThat(read(router, Family.IPV6)).isEqualTo("2001:db8:8002::d:0:1bb5");
        }
    }

    @Test
    void readsTheAddressOfOpenWrtWhichAnswersInAnotherVersionOfTheService() {
        try (FakeRouter router = Recorded.openWrt()) {
            assertThat(read(router, Family.IPV4)).isEqualTo("203.0.113.7");
        }
    }

    @Test
    void takesThePppConnectionOfARouterWhoseOtherConnectionIsDown() {
        try (FakeRouter router = Recorded.tpLink()) {
            assertThat(read(router, Family.IPV4)).isEqualTo("203.0.113.88");
        }
    }

    @Test
    void searchesAsTheDeviceArchitectureSays() {
        try (FakeRouter router = Recorded.fritzBox()) {
            read(router, Family.IPV4);

            assertThat(router.searches()).first().asString().satisfies(search -> {
                assertThat(search).startsWith("M-SEARCH * HTTP/1.1\r\n").endsWith("\r\n\r\n");
                assertThat(search)
                        .contains(
                                "\r\nMAN: \"ssdp:discover\"\r\n",
                                "\r\nMX: 2\r\n",
                                "\r\nST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n");
            });
        }
    }

    @Test
    void asksWithTheActionInQuotesAndInOneNamespaceWithTheService() {
        try (FakeRouter router = Recorded.fritzBox()) {
            read(router, Family.IPV4);

            assertThat(router.requests())
                    .last()
                    .asString()
                    .startsWith("POST /igdupnp/control/WANIPConn1 HTTP/1.1\r\n")
                    .contains(
                            "\r\nSOAPACTION: \"urn:schemas-upnp-org:service:WANIPConnection:1#GetExternalIPAddress\"\r\n",
                            "\r\nCONTENT-TYPE: text/xml; charset=\"utf-8\"\r\n",
                            "<u:GetExternalIPAddress xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">");
        }
    }

    @Test
    void asksAKnownRouterWithOneRequestAndNoSearch() {
        try (FakeRouter router = Recorded.fritzBox()) {
            UpnpSource source = source(router.surroundings());
            source.read(Family.IPV4, LIMIT);
            int searches = router.searches().size();
            int requests = router.requests().size();

            source.read(Family.IPV4, LIMIT);

            assertThat(router.requests()).hasSize(requests + 1);
            assertThat(router.searches()).hasSize(searches);
        }
    }

    @Test
    void searchesAgainInTheSameReadingWhenTheKnownRouterIsGone() {
        AtomicReference<Surroundings> now = new AtomicReference<>();
        UpnpSource source = new UpnpSource(new SourceSpec.Upnp(), now::get);
        try (FakeRouter router = Recorded.fritzBox()) {
            now.set(router.surroundings());
            source.read(Family.IPV4, LIMIT);
        }
        try (FakeRouter other = Recorded.openWrt()) {
            now.set(other.surroundings());

            assertThat(source.read(Family.IPV4, LIMIT)).extracting(Family::text).containsExactly("203.0.113.7");
        }
    }

    @Test
    void leavesAKnownRouterWhenTheDefaultRouteLeadsThroughAnother() {
        AtomicReference<Surroundings> now = new AtomicReference<>();
        UpnpSource source = new UpnpSource(new SourceSpec.Upnp(), now::get);
        try (FakeRouter router = Recorded.fritzBox();
                FakeRouter other = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml")) {
            now.set(router.surroundings());
            source.read(Family.IPV4, LIMIT);
            now.set(new Surroundings(List.of(router.path(), other.path()), Set.of(other.address())));

            assertThat(source.read(Family.IPV4, LIMIT)).extracting(Family::text).containsExactly("203.0.113.7");
        }
    }

    @Test
    void forgetsAConnectionThatIsDownAndFindsTheOtherNextTime() {
        try (FakeRouter router = Recorded.tpLink()) {
            UpnpSource source = source(router.surroundings());
            source.read(Family.IPV4, LIMIT);
            router.page("/wanppp", Recorded.answer("tplink/ip.xml"))
                    .page("/wanip", Recorded.answer("fritzbox/ipv4.xml"));
            assertThatThrownBy(() -> source.read(Family.IPV4, LIMIT)).isInstanceOf(SourceException.class);

            assertThat(source.read(Family.IPV4, LIMIT)).extracting(Family::text).containsExactly("203.0.113.17");
        }
    }

    @Test
    void saysThatTheRouterHasNoAddressNow() {
        try (FakeRouter router = Recorded.openWrt("127.0.0.1", "miniupnpd/none.xml")) {
            assertThatThrownBy(() -> read(router, Family.IPV4))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("upnp: the router at 127.0.0.1 has no external IPv4 address now, or a private one");
        }
    }

    @Test
    void returnsAPrivateAddressAsItIs() {
        try (FakeRouter router = Recorded.fritzBox()) {
            router.page(
                    "/igdupnp/control/WANIPConn1",
                    200,
                    Recorded.text("fritzbox/ipv4.xml").replace("203.0.113.17", "100.64.3.4"));

            assertThat(read(router, Family.IPV4)).isEqualTo("100.64.3.4");
        }
    }

    @Test
    void saysThatTheRouterDoesNotTellItsIpv6Address() {
        try (FakeRouter router = Recorded.openWrt()) {
            assertThatThrownBy(() -> read(router, Family.IPV6))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("upnp: the router at 127.0.0.1 does not tell its IPv6 address by UPnP"
                            + " (UPnP error 401, invalid action)");
        }
    }

    @Test
    void doesNotSearchAgainForARouterThatNeverTellsItsIpv6Address() {
        try (FakeRouter router = Recorded.openWrt()) {
            UpnpSource source = source(router.surroundings());
            assertThatThrownBy(() -> source.read(Family.IPV6, LIMIT)).isInstanceOf(SourceException.class);
            int searches = router.searches().size();

            assertThatThrownBy(() -> source.read(Family.IPV6, LIMIT)).isInstanceOf(SourceException.class);

            assertThat(router.searches()).hasSize(searches);
        }
    }

    @Test
    void tellsTheErrorOfARouterThatRefuses() {
        try (FakeRouter router = Recorded.openWrt()) {
            router.page(
                    "/ctl/IPConn",
                    500,
                    Recorded.text("miniupnpd/invalid-action.xml").replace("401", "606"));

            assertThatThrownBy(() -> read(router, Family.IPV4))
                    .hasMessage("upnp: the router at 127.0.0.1 does not tell its address"
                            + " (UPnP error 606, action not authorized)");
        }
    }

    @Test
    void saysThatThereIsNoNetworkToSearch() {
        assertThatThrownBy(() -> source(new Surroundings(List.of(), Set.of())).read(Family.IPV4, LIMIT))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no network with private IPv4 addresses");
    }

    @Test
    void keepsToItsLimitWhereNobodyAnswers() {
        try (FakeRouter silent = new FakeRouter("127.0.0.1")) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> source(silent.surroundings()).read(Family.IPV4, Duration.ofMillis(300)))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("upnp: no router answered the search");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void endsAtOnceWhenInterruptedWhileItSearches() {
        try (FakeRouter silent = new FakeRouter("127.0.0.1")) {
            assertThat(interrupted(silent, () -> !silent.searches().isEmpty())).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void endsAtOnceWhenInterruptedWhileTheRouterHangs() {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeRouter router = Recorded.fritzBox()) {
            router.page("/igddesc.xml", (request, out) -> awaitQuietly(over));

            assertThat(interrupted(router, () -> !router.requests().isEmpty())).isInstanceOf(CancelledException.class);
        } finally {
            over.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what the reading ended with, within a second of its interrupt; its thread's flag must be set again. */
    private static Throwable interrupted(FakeRouter router, Callable<Boolean> when) {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                source(router.surroundings()).read(Family.IPV4, LIMIT);
                end.complete(new AssertionError("it read an address"));
            } catch (CancelledException e) {
                end.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("the flag is lost", e));
            }
        });
        thread.start();
        await().until(when);
        thread.interrupt();
        return end.orTimeout(1, TimeUnit.SECONDS).join();
    }

    static UpnpSource source(Surroundings surroundings) {
        return new UpnpSource(new SourceSpec.Upnp(), () -> surroundings);
    }

    private static String read(FakeRouter router, Family family) {
        List<InetAddress> addresses = source(router.surroundings()).read(family, LIMIT);
        assertThat(addresses).hasSize(1);
        return Family.text(addresses.get(0));
    }
}
