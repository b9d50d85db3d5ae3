// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiCallsTest {
    private final VpsDnsException refused = new VpsDnsException("the token is refused", null);

    private final VpsDnsClient client =
            VpsDnsClient.builder().token(ApiToken.of("vps_test")).build();
    private final ManualTime time = new ManualTime();
    private final List<String> told = new ArrayList<>();
    private final Later workers = new Later();
    private final Credentials credentials = new Credentials();
    private final ApiCalls calls = new ApiCalls(credentials, workers, time, new Random(1), new Told(), 2);

    @AfterEach
    void close() {
        client.close();
    }

    /** Work that ends when the test says so. */
    private static final class Later implements Workers {
        private final Deque<Runnable> ends = new ArrayDeque<>();

        @Override
        public <T> void start(String what, Callable<T> work, Consumer<T> done, Consumer<VpsDnsException> failed) {
            ends.add(WorkerThreads.outcome(what, work, done, failed));
        }

        @Override
        public void stop(Duration limit) {
            ends.clear();
        }
    }

    private final class Credentials implements ApiAccess {
        private final RecordEditor editor = new RecordEditor(client);
        private boolean replaced;
        private int looks;

        @Override
        public RecordEditor editor() {
            return editor;
        }

        @Override
        public boolean renew() {
            looks++;
            return replaced;
        }
    }

    private final class Told implements ApiListener {
        @Override
        public void closed(VpsDnsException failure, @Nullable Instant until) {
            told.add("closed: " + failure.getMessage());
        }

        @Override
        public void opened() {
            told.add("opened");
        }
    }

    private void start() {
        calls.start("asking", editor -> 7, (value, pass) -> told.add("done " + value), (failure, pass) -> {});
    }

    @Test
    void noMoreAreAdmittedAtOnceThanMayBe() {
        start();
        start();

        assertThat(calls.admits()).isFalse();
    }

    @Test
    void theEndOfOneMakesRoomForTheNext() {
        start();
        start();
        workers.ends.remove().run();

        assertThat(calls.admits()).isTrue();
    }

    @Test
    void whatACallReturnsIsToldByTheLoop() {
        start();
        workers.ends.remove().run();

        assertThat(told).containsExactly("done 7");
    }

    @Test
    void noneIsAdmittedOnceTheApiRefusesTheCredentials() {
        refuse();

        assertThat(calls.admits()).isFalse();
    }

    @Test
    void aRefusalIsToldOnce() {
        refuse();
        refuse();

        assertThat(told).containsExactly("closed: the token is refused");
    }

    @Test
    void otherCredentialsOpenTheWayAgain() {
        refuse();
        credentials.replaced = true;
        calls.lookForCredentials();

        assertThat(told).endsWith("opened");
    }

    @Test
    void itIsLookedForOtherCredentialsEveryTwoSecondsOnly() {
        refuse();
        calls.lookForCredentials();
        time.advance(Duration.ofSeconds(1));
        calls.lookForCredentials();
        time.advance(Duration.ofSeconds(1));
        calls.lookForCredentials();

        assertThat(credentials.looks).isEqualTo(2);
    }

    @Test
    void whatSomethingElseBrokeOffIsALostAnswer() {
        assertThat(calls.scope(new CancelledException("broken off", null))).isEqualTo(FailureScope.AWAY);
    }

    @Test
    void whatTheEndBreaksOffSaysNothingAboutTheApi() {
        calls.end();

        assertThat(calls.scope(new CancelledException("broken off", null))).isEqualTo(FailureScope.CANCELLED);
    }

    @Test
    void noneIsAdmittedAfterTheEnd() {
        calls.end();

        assertThat(calls.admits()).isFalse();
    }

    private void refuse() {
        calls.away(FailureScope.REFUSED, refused, false, calls.gate().pass());
    }
}
