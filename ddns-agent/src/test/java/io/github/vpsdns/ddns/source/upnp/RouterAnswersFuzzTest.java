// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a machine of the own network answers, it leads nowhere but to that machine, and to an address or a failure. */
final class RouterAnswersFuzzTest {
    private static final Path ROUTERS = Path.of("src/test/resources/io/github/vpsdns/ddns/source/upnp");
    private static final Damage DAMAGE = new Damage(List.of(
            "http://192.0.2.66/",
            "//evil.example/",
            "<!DOCTYPE r SYSTEM \"file:///etc/passwd\">",
            "<!ENTITY x SYSTEM \"http://192.0.2.66/\">",
            "&x;",
            "LOCATION: http://192.0.2.66/\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: -1\r\n",
            "ffffffff\r\n",
            "<controlURL>",
            "</service>"));

    @Test
    void searchesLeadToTheMachineThatAnswered() throws IOException {
        InetAddress router = InetAddress.getByName("192.168.178.1");
        byte[] whole = Files.readAllBytes(ROUTERS.resolve("fritzbox/search.txt"));
        Fuzz.rounds(5_000, random -> {
            byte[] datagram = DAMAGE.of(whole, random);
            Optional<SearchAnswer> answer = SearchAnswer.of(datagram, datagram.length, router);
            answer.ifPresent(found -> assertThat(found.location().getHost()).isEqualTo("192.168.178.1"));
        });
    }

    @Test
    void descriptionsLeadToTheMachineThatAnswered() throws IOException {
        InetAddress router = InetAddress.getByName("192.168.178.1");
        SearchAnswer from = new SearchAnswer(router, URI.create("http://192.168.178.1:49000/igddesc.xml"));
        byte[] whole = Files.readAllBytes(ROUTERS.resolve("fritzbox/description.xml"));
        Fuzz.rounds(400, random -> {
            try {
                assertThat(DeviceDescription.of(reply(200, DAMAGE.of(whole, random)), from)
                                .gateways())
                        .allSatisfy(gateway ->
                                assertThat(gateway.control().getHost()).isEqualTo("192.168.178.1"));
            } catch (IOException e) {
                assertThat(e.getMessage()).hasSizeLessThan(500);
            }
        });
    }

    @Test
    void repliesTellAnAddressOrFail() throws IOException {
        Gateway gateway = new Gateway(
                URI.create("http://192.168.178.1:49000/c"), "urn:schemas-upnp-org:service:WANIPConnection:1");
        byte[] whole = Files.readAllBytes(ROUTERS.resolve("fritzbox/ipv4.xml"));
        Fuzz.rounds(2_000, random -> {
            try {
                InetAddress address = new SoapReply(Question.of(Family.IPV4), gateway)
                        .read(reply(random.nextBoolean() ? 200 : 500, DAMAGE.of(whole, random)));
                assertThat(Family.of(address)).isEqualTo(Family.IPV4);
            } catch (IOException e) {
                assertThat(e.getMessage()).hasSizeLessThan(500);
            }
        });
    }

    @Test
    void httpIsReadToItsEndOrFails() {
        byte[] whole =
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<a/>\n\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        Fuzz.rounds(10_000, random -> {
            try {
                HttpReply reply = HttpReply.read(new ByteArrayInputStream(DAMAGE.of(whole, random)));
                assertThat(reply.body().readAllBytes().length).isLessThanOrEqualTo(HttpReply.BODY_LIMIT);
            } catch (IOException e) {
                assertThat(e.getMessage()).hasSizeLessThan(500);
            }
        });
    }

    private static HttpReply reply(int status, byte[] body) throws IOException {
        byte[] head = ("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return HttpReply.read(new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(body)));
    }
}
