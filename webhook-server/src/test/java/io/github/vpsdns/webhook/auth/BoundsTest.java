// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.auth.Counts.Count;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What many strangers can make the server remember. */
class BoundsTest {
    private static final int STRANGERS = 300_000;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void countsForgetTheOldestWhenTheyAreFull() throws UnknownHostException {
        Counts counts = new Counts(1_000);
        int most = 0;
        for (int stranger = 0; stranger < STRANGERS; stranger++) {
            counts.put(address(stranger), new Count(NOW.plusSeconds(stranger), 1));
            most = Math.max(most, counts.all().size());
        }

        assertThat(most).isEqualTo(1_000);
        assertThat(counts.get(address(STRANGERS - 1))).isNotNull();
        assertThat(counts.get(address(STRANGERS - 800))).isNotNull();
        assertThat(counts.get(address(0))).isNull();
    }

    @Test
    void countsForgetNothingForWhatIsThereAlready() throws UnknownHostException {
        Counts counts = new Counts(2);
        counts.put(address(1), new Count(NOW, 1));
        counts.put(address(2), new Count(NOW, 1));

        assertThat(counts.put(address(2), new Count(NOW, 2))).isEqualTo(new Count(NOW, 1));

        assertThat(counts.get(address(1))).isEqualTo(new Count(NOW, 1));
    }

    @Test
    void missesForgetTheOldestWhenTheyAreFull() {
        RecentMisses misses = new RecentMisses(100);
        for (int stranger = 0; stranger < STRANGERS; stranger++) {
            misses.add(fingerprint(stranger), NOW);
        }

        assertThat(misses.size()).isEqualTo(100);
        assertThat(misses.has(fingerprint(STRANGERS - 100), NOW, Duration.ofMinutes(1)))
                .isTrue();
        assertThat(misses.has(fingerprint(STRANGERS - 101), NOW, Duration.ofMinutes(1)))
                .isFalse();
    }

    @Test
    void missesEndWithTheWindow() {
        RecentMisses misses = new RecentMisses(100);
        misses.add(fingerprint(1), NOW);

        assertThat(misses.has(fingerprint(1), NOW.plusSeconds(59), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(misses.has(fingerprint(1), NOW.plusSeconds(60), Duration.ofMinutes(1)))
                .isFalse();
    }

    @Test
    void familiarPlacesAreTheLastEight() throws UnknownHostException {
        Familiar familiar = new Familiar();
        for (int place = 0; place < 10; place++) {
            familiar.met(InetAddress.getByAddress(new byte[] {10, (byte) place, 0, 1}));
        }

        assertThat(familiar.knows(Network.of("10.1.0.1"))).isFalse();
        assertThat(familiar.knows(Network.of("10.2.0.1"))).isTrue();
        assertThat(familiar.knows(Network.of("10.9.0.1"))).isTrue();
    }

    @Test
    void placesOfTodayStayFamiliar() throws UnknownHostException {
        Familiar familiar = new Familiar();
        InetAddress home = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        for (int place = 1; place < 100; place++) {
            familiar.met(home);
            familiar.met(InetAddress.getByAddress(new byte[] {10, (byte) place, 0, 1}));
        }

        assertThat(familiar.knows(Network.of("10.0.0.1"))).isTrue();
    }

    private static Pot address(int number) throws UnknownHostException {
        byte[] bytes = ByteBuffer.allocate(4).putInt(0x0a000000 + number).array();
        return new Pot.OfAddress(Origins.of(InetAddress.getByAddress(bytes)));
    }

    private static Fingerprint fingerprint(int number) {
        return new Fingerprint(ByteBuffer.allocate(32).putInt(number).array());
    }
}
