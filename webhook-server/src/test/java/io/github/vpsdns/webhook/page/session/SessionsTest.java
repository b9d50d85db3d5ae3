// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final ManualTime time = new ManualTime();
    private final Sessions sessions = new Sessions(time);

    @Test
    void findsWhatWasBegun() {
        assertThat(sessions.find(sessions.begin("hash"), "hash")).isPresent();
    }

    @Test
    void hasIdsOf256Bits() {
        assertThat(sessions.begin("hash")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(sessions.begin("hash"));
    }

    @Test
    void knowsNobodyElse() {
        sessions.begin("hash");

        assertThat(sessions.find("A".repeat(43), "hash")).isEmpty();
    }

    @Test
    void endsAfterTwelveHours() {
        String id = sessions.begin("hash");
        time.advance(Duration.ofHours(12));

        assertThat(sessions.find(id, "hash")).isEmpty();
    }

    @Test
    void lastsAlmostTwelveHours() {
        String id = sessions.begin("hash");
        time.advance(Duration.ofHours(12).minusSeconds(1));

        assertThat(sessions.find(id, "hash")).isPresent();
    }

    @Test
    void endsWithThePassword() {
        String id = sessions.begin("hash");

        assertThat(sessions.find(id, "another hash")).isEmpty();
    }

    @Test
    void keepsTheHundredNewest() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            ids.add(sessions.begin("hash"));
        }

        assertThat(ids.stream().filter(id -> sessions.find(id, "hash").isPresent()))
                .containsExactlyElementsOf(ids.subList(50, 150));
    }

    @Test
    void forgetsThoseThatEnded() {
        sessions.begin("hash");
        time.advance(Duration.ofHours(13));

        assertThat(sessions.size()).isZero();
    }

    @Test
    void givesEachItsOwnFormToken() {
        Session first = sessions.find(sessions.begin("hash"), "hash").orElseThrow();
        Session second = sessions.find(sessions.begin("hash"), "hash").orElseThrow();

        assertThat(first.made(first.formToken())).isTrue();
        assertThat(first.made(second.formToken())).isFalse();
    }
}
