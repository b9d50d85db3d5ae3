// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class SeenIdsTest {
    @RepeatedTest(5)
    void agreesWithASetOfStrings(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        SeenIds seen = new SeenIds();
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String id = "id-" + random.nextInt(10_000);
            assertThat(seen.add(id)).isEqualTo(expected.add(id));
        }
        assertThat(seen.size()).isEqualTo(expected.size());
    }
}
