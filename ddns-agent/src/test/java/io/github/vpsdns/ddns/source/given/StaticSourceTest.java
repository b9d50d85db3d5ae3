// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StaticSourceTest {
    private final StaticSource source = new StaticSource((SourceSpec.Static) SourceSpec.of("static:2001:db8::1"));

    @Test
    void givesItsAddress() {
        assertThat(source.read(Family.IPV6, Duration.ofSeconds(1))).containsExactly(Family.IPV6.parse("2001:db8::1"));
    }

    @Test
    void hasNoneOfTheOtherFamily() {
        assertThatThrownBy(() -> source.read(Family.IPV4, Duration.ofSeconds(1)))
                .isInstanceOf(SourceException.class)
                .hasMessage("static:2001:db8::1 is no IPv4 address");
    }
}
