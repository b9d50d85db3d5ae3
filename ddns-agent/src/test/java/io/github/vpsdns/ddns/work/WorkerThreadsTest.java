// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerThreadsTest {
    private final Mailbox mailbox = new Mailbox();
    private final WorkerThreads workers = new WorkerThreads(mailbox);
    private final List<Object> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.stop(Duration.ofSeconds(5));
    }

    private void hear() throws InterruptedException {
        mailbox.await(Duration.ofSeconds(20));
        Objects.requireNonNull(mailbox.poll()).run();
    }

    @Test
    void whatWorkReturnsComesBackThroughTheMailbox() throws InterruptedException {
        workers.start("counting", () -> 7, heard::add, heard::add);
        hear();

        assertThat(heard).containsExactly(7);
    }

    /** Such as a class that an upgrade took away: the loop must hear of it, or it would wait for ever. */
    @Test
    void anErrorIsAFailureLikeAnyOther() throws InterruptedException {
        workers.start(
                "counting",
                () -> {
                    throw new NoClassDefFoundError("gone");
                },
                heard::add,
                heard::add);
        hear();

        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        VpsDnsException.class, failure -> assertThat(failure).hasMessageContaining("counting failed"));
    }
}
