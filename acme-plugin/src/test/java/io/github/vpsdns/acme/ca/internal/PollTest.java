// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.time.Deadline;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.AcmeJsonResource;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Session;

class PollTest {
    private final ManualTime time = new ManualTime();
    private final CaCalls calls = new CaCalls("ca.example", time, new Random(1));
    private final Deadline deadline = Deadline.after(Duration.ofSeconds(60), time);

    /** How long until the next reading after one that came with this {@code Retry-After}. */
    private Duration waitAfter(@Nullable Instant retryAfter) {
        Poll poll = new Poll(new Resource(retryAfter), time);
        poll.read(calls, "asking", deadline);
        return poll.untilDue();
    }

    @Test
    void isDueAtOnceTheFirstTime() {
        assertThat(new Poll(new Resource(null), time).untilDue()).isZero();
    }

    @Test
    void goesByRetryAfter() {
        assertThat(waitAfter(time.now().plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void waitsASecondWhereRetryAfterIsInThePast() {
        assertThat(waitAfter(time.now().minusSeconds(3600))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readsOnceMoreAtTheDeadlineWhereRetryAfterIsBeyondIt() {
        time.advance(Duration.ofSeconds(15));

        assertThat(waitAfter(time.now().plusSeconds(3600))).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void waitsOneTwoAndThenThreeSecondsWithoutRetryAfter() {
        Poll poll = new Poll(new Resource(null), time);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            poll.read(calls, "asking", deadline);
            waits.add(poll.untilDue());
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    private static final class Resource extends AcmeJsonResource {
        private static final long serialVersionUID = 1L;
        private static final URL HERE = url();

        private final transient @Nullable Instant retryAfter;

        Resource(@Nullable Instant retryAfter) {
            super(new Login(HERE, KeyType.P256.generate(), new Session("https://ca.example/dir")), HERE);
            this.retryAfter = retryAfter;
        }

        private static URL url() {
            try {
                return URI.create("https://ca.example/resource").toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<Instant> fetch() {
            return Optional.ofNullable(retryAfter);
        }
    }
}
