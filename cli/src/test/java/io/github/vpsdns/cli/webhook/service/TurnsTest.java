// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(new ManualTime());

    @Test
    void tellsATroubleOnceThoughItsWordsChangeAndThatItIsOver() {
        assertThat(lines(new Problem("updates", "one update waits", false))).containsExactly("one update waits");
        assertThat(lines(new Problem("updates", "2 updates wait", false))).isEmpty();
        assertThat(lines()).containsExactly("updates: well again");
        assertThat(lines()).isEmpty();
    }

    @Test
    void saysNothingOfWhatTheServerTellsByItself() {
        assertThat(lines(new Problem("database", "full", true))).isEmpty();
        assertThat(lines()).isEmpty();
    }

    @Test
    void tellsWhatComesAndGoesOnce() {
        lines(new Problem("updates", "one update waits", false));
        lines();

        assertThat(lines(new Problem("updates", "one update waits", false))).isEmpty();
        assertThat(lines()).isEmpty();
    }

    private List<String> lines(Problem... problems) {
        return turns.look(List.of(problems)).stream().map(Told::line).toList();
    }
}
