// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anyone in the network can answer a search, with anything. */
class UpnpLiarsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void neverFollowsAnAnswerToAnotherMachine() {
        try (FakeRouter victim = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml");
                FakeRouter liar = new FakeRouter("127.0.0.1")) {
            liar.answeringAsIs("HTTP/1.1 200 OK\r\nLOCATION: " + victim.url("/rootDesc.xml") + "\r\n\r\n");

            assertThat(refused(liar)).isEqualTo("upnp: no router answered the search");

            assertThat(victim.requests()).isEmpty();
        }
    }

    @Test
    void neverCallsAServiceOnAnotherMachine() {
        try (FakeRouter victim = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml");
                FakeRouter liar = Recorded.openWrt()) {
            liar.page(
                    "/rootDesc.xml",
                    200,
                    Recorded.text("miniupnpd/description.xml").replace("/ctl/IPConn", victim.url("/ctl/IPConn")));

            assertThat(refused(liar)).contains("describes no WANIPConnection");

            assertThat(victim.requests()).isEmpty();
        }
    }

    @Test
    void neverTakesAnotherMachineForTheBaseOfItsUrls() {
        try (FakeRouter victim = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml");
                FakeRouter liar = Recorded.openWrt()) {
            liar.page(
                    "/rootDesc.xml",
                    200,
                    Recorded.text("miniupnpd/description.xml")
                            .replace(
                                    "<device><deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:2",
                                    "<URLBase>" + victim.url("/") + "</URLBase>"
                                            + "<device><deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:2"));

            assertThat(UpnpSourceTest.source(liar.surroundings()).read(Family.IPV4, LIMIT))
                    .extracting(Family::text)
                    .containsExactly("203.0.113.7");

            assertThat(victim.requests()).isEmpty();
        }
    }

    @Test
    void followsNoRedirect() {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page(
                    "/rootDesc.xml",
                    (request, out) -> out.write(ascii("HTTP/1.1 302 Found\r\nLocation: " + liar.url("/other.xml")
                            + "\r\nContent-Length: 0\r\n\r\n")));

            assertThat(refused(liar)).contains("HTTP 302");

            assertThat(liar.requests()).noneMatch(request -> request.contains("/other.xml"));
        }
    }

    @Test
    void readsNoFileByAnExternalEntity() {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page(
                    "/ctl/IPConn",
                    200,
                    "<!DOCTYPE x [<!ENTITY f SYSTEM \"" + liar.url("/stolen") + "\">]>"
                            + Recorded.text("miniupnpd/ipv4.xml")
                                    .replace("<?xml version=\"1.0\"?>", "")
                                    .replace("203.0.113.7", "&f;"));

            assertThat(refused(liar)).contains("no plain XML");

            assertThat(liar.requests()).noneMatch(request -> request.contains("/stolen"));
        }
    }

    @Test
    void expandsNoEntities() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"203.0.113.7\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page("/rootDesc.xml", 200, laughs + "]><root>&a39;</root>");

            assertThat(refused(liar)).contains("no plain XML");
        }
    }

    @Test
    void readsNoEndlessBody() {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page("/rootDesc.xml", (request, out) -> {
                out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
                writeForEver(out, "<root>");
            });

            assertThat(refused(liar)).contains("longer than 65536 bytes");
        }
    }

    @Test
    void readsNoEndlessHeader() {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page("/rootDesc.xml", (request, out) -> {
                out.write(ascii("HTTP/1.1 200 OK\r\n"));
                writeForEver(out, "X: y\r\n");
            });

            assertThat(refused(liar)).contains("header fields are longer");
        }
    }

    @Test
    void readsNoEndlessChunks() {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page("/rootDesc.xml", (request, out) -> {
                out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
                writeForEver(out, "3c\r\n" + "<root>".repeat(10) + "\r\n");
            });

            assertThat(refused(liar)).contains("longer than 65536 bytes");
        }
    }

    @Test
    void isNotHeldUpByOneByteAtATime() {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page("/rootDesc.xml", (request, out) -> {
                out.write(ascii("HTTP/1.1 200 OK\r\n"));
                while (!passed(over, 20)) {
                    out.write('X');
                }
            });
            long start = System.nanoTime();

            assertThat(refused(liar, Duration.ofMillis(600))).contains("did not answer in time");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            over.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>203.0.113.7</body></html>",
                "203.0.113.7",
                "",
                "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>",
                "<?xml version=\"1.0\"?><Envelope xmlns=\"http://example.com/\"><Body><GetExternalIPAddressResponse>"
                        + "<NewExternalIPAddress>203.0.113.7</NewExternalIPAddress>"
                        + "</GetExternalIPAddressResponse></Body></Envelope>",
                "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                        + "<u:GetExternalIPAddressResponse xmlns:u=\"urn:example:service:1\">"
                        + "<NewExternalIPAddress>203.0.113.7</NewExternalIPAddress>"
                        + "</u:GetExternalIPAddressResponse></s:Body></s:Envelope>"
            })
    void takesNothingForAnAddressThatIsNoAnswerToTheQuestion(String body) {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page("/ctl/IPConn", 200, body);

            assertThat(refused(liar)).startsWith("upnp: the router at 127.0.0.1 answered something");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7 203.0.113.8", "203.0.113.007", "2001:db8::1", "example.com", "1.2.3"})
    void takesNothingForAnAddressThatIsNone(String text) {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page("/ctl/IPConn", 200, Recorded.text("miniupnpd/ipv4.xml").replace("203.0.113.7", text));

            assertThat(refused(liar)).endsWith("told something that is no IPv4 address");
        }
    }

    @Test
    void asksTheOthersThatAnsweredWhenOneIsOutOfOrder() {
        try (FakeRouter broken = new FakeRouter("127.0.0.1").answering(Recorded.text("miniupnpd/search.txt"));
                FakeRouter works = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml")) {
            Surroundings both = new Surroundings(Arrays.asList(broken.path(), works.path()), Set.of(broken.address()));

            assertThat(UpnpSourceTest.source(both).read(Family.IPV4, LIMIT))
                    .extracting(Family::text)
                    .containsExactly("203.0.113.7");
        }
    }

    @Test
    void believesNobodyElseWhereTheDefaultRoutesRouterHasNoAddress() {
        try (FakeRouter gateway = Recorded.openWrt("127.0.0.1", "miniupnpd/none.xml");
                FakeRouter liar = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml")) {
            Surroundings both = new Surroundings(Arrays.asList(liar.path(), gateway.path()), Set.of(gateway.address()));

            assertThatThrownBy(() -> UpnpSourceTest.source(both).read(Family.IPV4, LIMIT))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("127.0.0.1 has no external IPv4 address now");

            assertThat(liar.requests()).isEmpty();
        }
    }

    @Test
    void hearsTheDefaultRoutesRouterThroughAFloodOfOtherAnswers() {
        try (FakeRouter gateway = Recorded.openWrt();
                FakeRouter liar = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml")) {
            String late =
                    Recorded.text("miniupnpd/search.txt").replaceFirst("http://[0-9.]+:[0-9]+/", gateway.url("/"));
            gateway.answering(search -> search > 5 ? List.of(late) : List.of());
            liar.answering(search -> IntStream.range(0, 20)
                    .mapToObj(i -> "HTTP/1.1 200 OK\r\nLOCATION: " + liar.url("/" + search + "/" + i) + "\r\n\r\n")
                    .toList());
            Surroundings both = new Surroundings(List.of(liar.path(), gateway.path()), Set.of(gateway.address()));

            assertThat(UpnpSourceTest.source(both).read(Family.IPV4, LIMIT))
                    .extracting(Family::text)
                    .containsExactly("203.0.113.7");

            assertThat(liar.requests()).isEmpty();
        }
    }

    @Test
    void asksNobodyWhoIsNotInTheNetwork() {
        try (FakeRouter victim = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml");
                FakeRouter liar = new FakeRouter("127.0.0.1").speakingAs("127.0.0.2")) {
            liar.answeringAsIs("HTTP/1.1 200 OK\r\nLOCATION: " + victim.url("/rootDesc.xml") + "\r\n\r\n");

            assertThat(refused(liar)).isEqualTo("upnp: no router answered the search");

            assertThat(victim.requests()).isEmpty();
        }
    }

    @Test
    void doesNotRememberAMachineThatWasOnlyAskedInTheRoutersPlace() {
        try (FakeRouter gateway = new FakeRouter("127.0.0.1").answering(Recorded.text("miniupnpd/search.txt"));
                FakeRouter other = Recorded.openWrt("127.0.0.2", "miniupnpd/ipv4.xml")) {
            Surroundings both = new Surroundings(List.of(gateway.path(), other.path()), Set.of(gateway.address()));
            UpnpSource source = UpnpSourceTest.source(both);
            source.read(Family.IPV4, LIMIT);
            int asked = other.requests().size();
            gateway.page("/rootDesc.xml", 200, Recorded.text("miniupnpd/description.xml"))
                    .page(
                            "/ctl/IPConn",
                            200,
                            Recorded.text("miniupnpd/ipv4.xml").replace("203.0.113.7", "203.0.113.9"));

            assertThat(source.read(Family.IPV4, LIMIT)).extracting(Family::text).containsExactly("203.0.113.9");

            assertThat(other.requests()).hasSize(asked);
        }
    }

    @Test
    void refusesXmlOfManyLevels() {
        try (FakeRouter liar = Recorded.openWrt()) {
            liar.page(
                    "/rootDesc.xml",
                    200,
                    "<root xmlns=\"urn:schemas-upnp-org:device-1-0\"><service><serviceType>" + "<a>".repeat(9000)
                            + "</a>".repeat(9000) + "</serviceType></service></root>");

            assertThat(refused(liar)).contains("no plain XML");
        }
    }

    private static String refused(FakeRouter liar) {
        return refused(liar, Duration.ofSeconds(1));
    }

    private static String refused(FakeRouter liar, Duration limit) {
        Surroundings there = liar.surroundings();
        try {
            throw new AssertionError(UpnpSourceTest.source(there).read(Family.IPV4, limit));
        } catch (SourceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void writeForEver(OutputStream out, String text) throws IOException {
        while (true) {
            out.write(ascii(text));
        }
    }

    private static boolean passed(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
