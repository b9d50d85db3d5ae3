// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.connection.HttpStatusException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeProtocolException;

class CaCallsTest {
    private final ManualTime time = new ManualTime();
    private final CaCalls calls = new CaCalls("ca.example", time, new Random(1));
    private final Deque<AcmeException> failures = new ArrayDeque<>();
    private int requests;

    private String request() throws AcmeException {
        requests++;
        AcmeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return "answer";
    }

    private void fail(int times, IOException cause) {
        for (int i = 0; i < times; i++) {
            failures.add(new AcmeNetworkException(cause));
        }
    }

    @Test
    void triesAgainAfterGrowingWaits() {
        fail(4, new IOException("connection reset"));

        assertThat(calls.call("asking", this::request)).isEqualTo("answer");
        assertThat(time.sleeps()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(time.sleeps().get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1000L << i));
        }
    }

    @Test
    void givesUpAfterFiveTries() {
        fail(9, new IOException("connection reset"));

        assertThatThrownBy(() -> calls.call("asking", this::request))
                .isInstanceOf(CaException.class)
                .hasMessage("asking: the CA ca.example cannot be reached: connection reset");
        assertThat(requests).isEqualTo(5);
    }

    @Test
    void waitsAsLongAsAnHtmlPageAsks() {
        fail(1, new HttpStatusException(503, Duration.ofSeconds(20)));

        calls.call("asking", this::request);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void waitsASecondWhereRetryAfterIsInThePast() {
        fail(1, new HttpStatusException(503, Duration.ofSeconds(-30)));

        calls.call("asking", this::request);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitLongerThanHalfAMinute() {
        fail(1, new HttpStatusException(503, Duration.ofSeconds(31)));

        assertThatThrownBy(() -> calls.call("asking", this::request))
                .hasMessage("asking: the CA ca.example answered HTTP 503 without saying why; try again after "
                        + time.now().plusSeconds(31));
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void doesNotWaitBeyondTheDeadline() {
        fail(1, new HttpStatusException(503, Duration.ofSeconds(20)));
        Deadline soon = Deadline.after(Duration.ofSeconds(10), time);

        assertThatThrownBy(() -> calls.call("asking", this::request, soon)).isInstanceOf(CaException.class);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void doesNotRepeatWhatTheServerDoesNotWant() {
        fail(1, new HttpStatusException(404, null));

        assertThatThrownBy(() -> calls.call("asking", this::request)).isInstanceOf(CaException.class);
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void setsTheInterruptFlagThatAcme4jForgot() {
        fail(1, new IOException("Request was interrupted", new InterruptedException()));

        assertThatThrownBy(() -> calls.call("asking", this::request))
                .isInstanceOf(CancelledException.class)
                .hasMessage("interrupted while asking");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void beginsNothingOnAnInterruptedThread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> calls.call("asking", this::request)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(requests).isZero();
    }

    @Test
    void readsBackBeforeItSendsAgain() {
        List<String> done = new ArrayList<>();
        fail(1, new IOException("cut"));

        calls.settle(
                "sending",
                () -> {
                    done.add("sent");
                    request();
                },
                () -> {
                    done.add("read back");
                    return true;
                });

        assertThat(done).containsExactly("sent", "read back");
    }

    @Test
    void sendsAgainWhatDidNotTakeEffect() {
        List<String> done = new ArrayList<>();
        fail(2, new IOException("cut"));

        calls.settle(
                "sending",
                () -> {
                    done.add("sent");
                    request();
                },
                () -> {
                    done.add("read back");
                    return false;
                });

        assertThat(done).containsExactly("sent", "read back", "sent", "read back", "sent");
    }

    @Test
    void saysThatAnAnswerMakesNoSense() {
        assertThatThrownBy(() -> calls.call("asking", () -> {
                    throw new AcmeProtocolException("Problem without type");
                }))
                .isInstanceOf(CaException.class)
                .hasMessage(
                        "asking: the CA ca.example answered what the ACME protocol does not know: Problem without type");
    }
}
