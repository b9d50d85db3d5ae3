// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterUrlsTest {
    private static final RouterUrls URLS = RouterUrls.at(Family.IPV4.parse("192.168.1.1"));

    @ParameterizedTest
    @CsvSource({
        "http://192.168.1.1:5000/a/d.xml, /ctl/ip, http://192.168.1.1:5000/ctl/ip",
        "http://192.168.1.1:5000/a/d.xml, ctl/ip, http://192.168.1.1:5000/a/ctl/ip",
        "http://192.168.1.1:5000, ctl/ip, http://192.168.1.1:5000/ctl/ip",
        "http://192.168.1.1:5000/, ?service=ip, http://192.168.1.1:5000/?service=ip",
        "http://192.168.1.1:5000/d.xml, http://192.168.1.1:5001/ip, http://192.168.1.1:5001/ip",
        "http://192.168.1.1/d.xml, ip, http://192.168.1.1/ip"
    })
    void resolvesAsRoutersMeanIt(String base, String text, String url) {
        assertThat(URLS.within(URI.create(base), text)).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "//192.168.1.2/ip", "http://192.168.1.2/ip", "https://192.168.1.1/ip", "a b", "mailto:x"
            })
    void refusesWhatLeadsElsewhere(String text) {
        assertThat(URLS.within(URI.create("http://192.168.1.1:5000/d.xml"), text))
                .isEmpty();
    }
}
