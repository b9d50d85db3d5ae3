// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Network;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PotTest {
    static Stream<Pot> pots() {
        return Stream.of(
                new Pot.OfAccount("router", null),
                new Pot.OfAccount("router", Network.of("203.0.113.7")),
                new Pot.OfAccount("router", Network.of("203.0.0.0/16")),
                new Pot.OfAccount("address 203.0.113.7", Network.of("2001:db8::/32")),
                new Pot.OfAccount("router from 203.0.113.7", null),
                new Pot.OfAddress(Network.of("203.0.113.7")),
                new Pot.OfAddress(Network.of("2001:db8:1:2::/64")));
    }

    @ParameterizedTest
    @MethodSource("pots")
    void readsItsOwnSubject(Pot pot) {
        assertThat(Pot.parse(pot.subject())).contains(pot);
    }

    @Test
    void hasASubjectThatPeopleUnderstand() {
        assertThat(pots())
                .extracting(Pot::subject)
                .contains(
                        "user router",
                        "user router: from 203.0.0.0/16",
                        "address 203.0.113.7",
                        "address 2001:db8:1:2::/64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "admin page, user admin", "address here", "user router: from nowhere"})
    void readsNothingElse(String subject) {
        assertThat(Pot.parse(subject)).isEmpty();
    }
}
