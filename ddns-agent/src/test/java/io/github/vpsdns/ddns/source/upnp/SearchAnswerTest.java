// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchAnswerTest {
    @ParameterizedTest
    @CsvSource({
        "fritzbox/search.txt, 192.168.178.1, http://192.168.178.1:49000/igddesc.xml",
        "miniupnpd/search.txt, 192.168.77.1, http://192.168.77.1:5000/rootDesc.xml",
        "tplink/search.txt, 192.168.1.1, http://192.168.1.1:1900/igd.xml"
    })
    void findsTheDescriptionOfRealRouters(String recorded, String from, String location) {
        assertThat(parse(Recorded.text(recorded), from))
                .get()
                .extracting(answer -> answer.location().toString())
                .isEqualTo(location);
    }

    @Test
    void readsTheHeaderInAnyCaseAndWithoutBlanks() {
        assertThat(parse("HTTP/1.1 200 OK\r\nLocation:http://192.168.1.1:80/d.xml\r\n\r\n", "192.168.1.1"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.2:5000/d.xml",
                "http://router.example.com:5000/d.xml",
                "http://localhost:5000/d.xml",
                "http://127.0.0.1:5000/d.xml",
                "http://192.168.257:5000/d.xml",
                "http://0xc0a80101:5000/d.xml",
                "http://3232235777:5000/d.xml",
                "http://user@192.168.1.1:5000/d.xml",
                "http://192.168.1.1@example.com/d.xml",
                "http://192.168.1.1:22/d.xml",
                "http://192.168.1.1:70000/d.xml",
                "https://192.168.1.1:5000/d.xml",
                "file:///etc/passwd",
                "http://[::1]:5000/d.xml",
                "//192.168.1.1:5000/d.xml",
                "/d.xml",
                "http://192.168.1.1:5000/d xml",
                ""
            })
    void refusesADescriptionAnywhereElse(String location) {
        assertThat(parse("HTTP/1.1 200 OK\r\nLOCATION: " + location + "\r\n\r\n", "192.168.1.1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "HTTP/1.1 404 Not Found\r\nLOCATION: http://192.168.1.1:5000/d.xml\r\n\r\n",
                "NOTIFY * HTTP/1.1\r\nLOCATION: http://192.168.1.1:5000/d.xml\r\n\r\n",
                "M-SEARCH * HTTP/1.1\r\nLOCATION: http://192.168.1.1:5000/d.xml\r\n\r\n",
                "HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\n\r\n"
            })
    void refusesWhatIsNoAnswerToASearch(String datagram) {
        assertThat(parse(datagram, "192.168.1.1")).isEmpty();
    }

    private static Optional<SearchAnswer> parse(String datagram, String from) {
        byte[] bytes = datagram.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return SearchAnswer.of(bytes, bytes.length, InetAddress.getByName(from));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
