// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTransportTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final InetAddress FOUR = Family.IPV4.parse("127.0.0.1");
    private static final InetAddress SIX = Family.IPV6.parse("::1");

    private final List<RawServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(RawServer::close);
    }

    @Test
    void asksOverTheFamilysTransport() {
        RawServer server = start(SIX, RawServer.bytes(page("2001:db8::1")));

        assertThat(source("http://both.example:" + server.port(), host -> List.of(FOUR, SIX))
                        .read(Family.IPV6, LIMIT))
                .containsExactly(Family.IPV6.parse("2001:db8::1"));
    }

    @Test
    void takesAnAddressOfTheFamilyAsHost() {
        RawServer server = start(SIX, RawServer.bytes(page("2001:db8::1")));

        assertThat(source("http://[::1]:" + server.port(), Dns.SYSTEM).read(Family.IPV6, LIMIT))
                .hasSize(1);
    }

    @Test
    void doesNotAskOverTheOtherFamily() {
        RawServer server = start(FOUR, RawServer.bytes(page("2001:db8::1")));
        WebSource source = source("http://four.example:" + server.port(), host -> List.of(FOUR));

        assertThatThrownBy(() -> source.read(Family.IPV6, LIMIT))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith(" cannot be asked: the host 'four.example' has no IPv6 address");
        assertThat(server.asked()).isZero();
    }

    @Test
    void asksAtTheHostsNextAddressWhereOneIsDown() {
        RawServer server = start(FOUR, RawServer.bytes(page("192.0.2.1")));
        List<InetAddress> hosts = List.of(Family.IPV4.parse("127.0.0.2"), FOUR);

        assertThat(source("http://two.example:" + server.port(), host -> hosts).read(Family.IPV4, LIMIT))
                .hasSize(1);
    }

    @Test
    void saysThatTheNameCannotBeResolved() {
        WebSource source = source("http://no.example", host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> source.read(Family.IPV4, LIMIT))
                .hasMessage("http://no.example cannot be asked: its host name cannot be resolved");
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, FOUR)) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> at(port).read(Family.IPV4, LIMIT))
                .hasMessage("http://127.0.0.1:" + port + "/ cannot be connected to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n192.0.",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n192.0"
            })
    void leavesAStalledAnswerInTime(String begun) {
        RawServer server = start(FOUR, RawServer.stallAfter(begun));

        assertThatThrownBy(() -> at(server.port()).read(Family.IPV4, SHORT))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith(" did not answer in time");
        await().until(() -> server.leftBy() == 1);
    }

    @Test
    void leavesAnAnswerInTimeThatDrips() {
        CountDownLatch dripped = new CountDownLatch(5);
        CountDownLatch never = new CountDownLatch(1);
        RawServer server = start(FOUR, (socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
                dripped.countDown();
            }
        });

        assertThatThrownBy(() -> at(server.port()).read(Family.IPV4, Duration.ofSeconds(1)))
                .hasMessageEndingWith(" did not answer in time");
        assertThat(dripped.getCount()).isZero();
        await().until(() -> server.leftBy() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n192.0.2.1",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n192.0.2.1\r\n0\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2p1 192.0.2.1\r\n",
                "192.0.2.1\r\n\r\n"
            })
    void believesNoAnswerThatIsCutOffOrNotHttp(String bytes) {
        RawServer server = start(FOUR, RawServer.bytes(bytes));

        assertThatThrownBy(() -> at(server.port()).read(Family.IPV4, LIMIT))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith(" answered with something that is not whole or not HTTP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n192.0.2.1",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n192.0.2.1\r\n"
            })
    void saysThatTheConnectionEndedTooEarly(String bytes) {
        RawServer server = start(FOUR, RawServer.bytes(bytes));

        assertThatThrownBy(() -> at(server.port()).read(Family.IPV4, LIMIT))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith(" ended the connection before its answer was whole");
    }

    @Test
    void endsAtOnceOnAnInterrupt() throws InterruptedException {
        RawServer server = start(FOUR, RawServer.stallAfter(""));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                at(server.port()).read(Family.IPV4, LIMIT);
            } catch (RuntimeException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        reader.start();
        await().until(() -> server.asked() == 1);

        reader.interrupt();
        reader.join(5_000);

        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
        assertThat(flag.get()).isTrue();
        await().until(() -> server.leftBy() == 1);
    }

    @Test
    void leavesNeitherConnectionNorThread() {
        RawServer server = start(FOUR, RawServer.stallAfter(page("192.0.2.1")));

        at(server.port()).read(Family.IPV4, LIMIT);

        await().until(() -> server.leftBy() == 1);
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain(WebSource.THREAD));
    }

    @Test
    void refusesAUrlThatNobodyCanAsk() {
        SourceSpec.Web spec = new SourceSpec.Web(URI.create("http://127.0.0.1:70000/ip?key=s3cret"));

        assertThatThrownBy(() -> new WebSource(spec))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "'http://127.0.0.1:70000/ip' is no usable URL; expected one such as https://example.com/ip");
    }

    private static String page(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private RawServer start(InetAddress address, RawServer.Script script) {
        RawServer server = RawServer.start(address, script);
        servers.add(server);
        return server;
    }

    private static WebSource at(int port) {
        return new WebSource((SourceSpec.Web) SourceSpec.of("http://127.0.0.1:" + port + "/"));
    }

    private static WebSource source(String url, Dns dns) {
        OkHttpClient client = WebClient.shared().newBuilder().dns(dns).build();
        return new WebSource((SourceSpec.Web) SourceSpec.of(url), client);
    }
}
