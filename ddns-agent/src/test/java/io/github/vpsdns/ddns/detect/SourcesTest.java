// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourcesTest {
    private final Function<SourceSpec, AddressSource> sources = Sources.system();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface",
                "https://a.example/ip",
                "dns:google",
                "upnp",
                "file:/run/wan-address",
                "command:/usr/local/bin/address",
                "static:192.0.2.1"
            })
    void givesTheSourceOfEachName(String name) {
        assertThat(sources.apply(SourceSpec.of(name)).spec()).isEqualTo(SourceSpec.of(name));
    }

    @Test
    void makesEachSourceOnce() {
        assertThat(sources.apply(SourceSpec.of("upnp"))).isSameAs(sources.apply(SourceSpec.of("upnp")));
    }

    @Test
    void pagesOfOnePublicHostAreOneIndependentSource() {
        assertThat(Sources.independent(List.of(
                        SourceSpec.of("https://a.example/ip"),
                        SourceSpec.of("http://A.example/other"),
                        SourceSpec.of("https://b.example/ip"))))
                .isEqualTo(2);
    }

    @Test
    void pagesWithinTheOwnNetworkAreEachIndependent() {
        assertThat(Sources.independent(
                        List.of(SourceSpec.of("http://127.0.0.1:8080/a"), SourceSpec.of("http://127.0.0.1:8080/b"))))
                .isEqualTo(2);
    }
}
