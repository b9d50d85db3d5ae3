// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.ddns.detect.Reading.Reply;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ReadingsTest {
    private static final SourceSpec COMMAND = SourceSpec.of("command:/usr/local/bin/address");
    private static final AddressRule RULE = AddressRule.of(COMMAND);
    private static final List<InetAddress> ONE = FakeSources.addresses("192.0.2.1");

    private final FakeSources sources = new FakeSources();
    private final Readings readings = new Readings(sources, new ManualTime(), Readings.Starter.threads());
    private final BlockingQueue<Reply> one = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reply> other = new LinkedBlockingQueue<>();

    @Test
    void oneReadingAnswersAllWhoWait() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        sources.does(COMMAND, (family, limit) -> {
            go.await();
            return ONE;
        });
        ask(one);
        ask(other);
        go.countDown();
        assertThat(answer(one)).isSameAs(answer(other)).isEqualTo(new Answer.Said(ONE));
    }

    @Test
    void whoLeavesBreaksNothingOffThatAnotherWaitsFor() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        sources.does(COMMAND, (family, limit) -> {
            go.await();
            return ONE;
        });
        ask(one);
        ask(other);
        readings.leave(one);
        go.countDown();
        assertThat(answer(other)).isEqualTo(new Answer.Said(ONE));
    }

    @Test
    void theLastWhoLeavesBreaksItOff() throws InterruptedException {
        CountDownLatch interrupted = sources.hangs(COMMAND);
        ask(one);
        ask(other);
        readings.leave(one);
        readings.leave(other);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatDoesNotEndIsNotReadAgain() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch deaf = new CountDownLatch(1);
        sources.does(COMMAND, (family, limit) -> {
            while (true) {
                try {
                    go.await();
                    return ONE;
                } catch (InterruptedException e) {
                    deaf.countDown();
                }
            }
        });
        ask(one);
        readings.leave(one);
        deaf.await();
        ask(other);
        assertThat(answer(other))
                .isEqualTo(new Answer.Failed("command:/usr/local/bin/address has not ended the reading before", false));
        go.countDown();
    }

    @Test
    void whatCouldNotBeginIsTriedAnew() throws InterruptedException {
        sources.says(COMMAND, "192.0.2.1");
        boolean[] exhausted = {true};
        Readings tight = new Readings(sources, new ManualTime(), (name, reading) -> {
            if (exhausted[0]) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            reading.run();
            return () -> {};
        });
        assertThatThrownBy(() -> tight.ask(COMMAND, Family.IPV4, RULE, Duration.ofSeconds(5), one))
                .isInstanceOf(OutOfMemoryError.class);
        exhausted[0] = false;
        tight.ask(COMMAND, Family.IPV4, RULE, Duration.ofSeconds(5), one);
        assertThat(answer(one)).isEqualTo(new Answer.Said(ONE));
    }

    private void ask(BlockingQueue<Reply> replies) {
        readings.ask(COMMAND, Family.IPV4, RULE, Duration.ofSeconds(5), replies);
    }

    private static Answer answer(BlockingQueue<Reply> replies) throws InterruptedException {
        Reply reply = replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        return reply.answer();
    }
}
