// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MailboxTest {
    private final Mailbox mailbox = new Mailbox();
    private final List<String> heard = new ArrayList<>();

    @Test
    void lettersAreReadInTheOrderTheyCame() {
        mailbox.post(() -> heard.add("first"));
        mailbox.post(() -> heard.add("second"));
        Objects.requireNonNull(mailbox.poll()).run();
        Objects.requireNonNull(mailbox.poll()).run();

        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void waitingTakesNothingOut() throws InterruptedException {
        mailbox.post(() -> heard.add("first"));
        mailbox.post(() -> heard.add("second"));
        mailbox.await(Duration.ofSeconds(20));
        Objects.requireNonNull(mailbox.poll()).run();

        assertThat(heard).containsExactly("first");
    }

    @Test
    void waitingEndsWithTheTime() throws InterruptedException {
        mailbox.await(Duration.ofMillis(1));

        assertThat(mailbox.isEmpty()).isTrue();
    }

    @Test
    void anEmptyOneHasNoLetter() {
        assertThat(mailbox.poll()).isNull();
    }
}
