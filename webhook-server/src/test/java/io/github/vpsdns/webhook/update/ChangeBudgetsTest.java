// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.update.state.ChangeBudgets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangeBudgetsTest {
    private static final DomainName NAME = DomainName.of("home.example.com");

    private final ChangeBudgets budgets = new ChangeBudgets(3);

    private static long minutes(int minutes) {
        return Duration.ofMinutes(minutes).toNanos();
    }

    private int takeAll(long now) {
        int taken = 0;
        while (budgets.take(NAME, now)) {
            taken++;
        }
        return taken;
    }

    @Test
    void soManyAreAllowedAtOnce() {
        assertThat(takeAll(0)).isEqualTo(3);
    }

    @Test
    void oneIsEarnedEachMinute() {
        takeAll(0);

        assertThat(takeAll(minutes(2))).isEqualTo(2);
    }

    @Test
    void noMoreAreEarnedThanAreAllowedAtOnce() {
        takeAll(0);

        assertThat(takeAll(minutes(60))).isEqualTo(3);
    }

    @Test
    void oneThatIsGivenBackCanBeTakenAgain() {
        takeAll(0);
        budgets.giveBack(NAME);

        assertThat(takeAll(0)).isEqualTo(1);
    }

    @Test
    void namesDoNotShareTheirs() {
        takeAll(0);

        assertThat(budgets.take(DomainName.of("other.example.com"), 0)).isTrue();
    }
}
