// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RankingTest {
    private static final List<LocalAddress> BEST_FIRST = List.of(
            six("2600::9:9:9:9", 64, true),
            six("2600::2", 128, false),
            six("2600::1", 64, false),
            six("2600::3", 64, false),
            six("2600::1:1", 64, false),
            six("2600:0:0:1:1:1:1:1", 64, false),
            six("2001:db8::1", 128, true),
            six("fd00::1", 128, true));

    @Test
    void ranksByKindThenLifetimeThenPrefixThenGroupsThenBytes() {
        List<LocalAddress> shuffled = new ArrayList<>(BEST_FIRST);
        Collections.shuffle(shuffled, new Random(42));

        assertThat(Ranking.best(Family.IPV6, shuffled)).isEqualTo(BEST_FIRST);
    }

    @Test
    void doesNotDependOnTheOrderOfTheTable() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            List<LocalAddress> shuffled = new ArrayList<>(BEST_FIRST);
            Collections.shuffle(shuffled, random);

            assertThat(Ranking.best(Family.IPV6, shuffled)).isEqualTo(BEST_FIRST);
        }
    }

    @Test
    void keepsIpv4InTheOrderOfTheKernelAfterWhatCanBeReachedFromEverywhere() {
        List<LocalAddress> kernel = List.of(four("10.0.0.2"), four("8.8.8.8"), four("10.0.0.1"), four("4.4.4.4"));

        assertThat(Ranking.best(Family.IPV4, kernel))
                .containsExactly(four("8.8.8.8"), four("4.4.4.4"), four("10.0.0.2"), four("10.0.0.1"));
    }

    private static LocalAddress six(String text, int prefixLength, boolean permanent) {
        return new LocalAddress(Family.IPV6.parse(text), "eth0", prefixLength, permanent, Optional.empty());
    }

    private static LocalAddress four(String text) {
        return LocalAddress.of(Family.IPV4.parse(text), "eth0", 24);
    }
}
