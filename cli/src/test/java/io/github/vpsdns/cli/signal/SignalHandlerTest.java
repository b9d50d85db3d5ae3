// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalHandlerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "USR1"})
    void obeysASignalThatWouldEndTheProcessAsOftenAsItComes(String name) throws Exception {
        AtomicInteger obeyed = new AtomicInteger();
        try (SignalHandler handler =
                SignalHandler.on(name, obeyed::incrementAndGet).orElseThrow()) {
            assertThat(handler).isNotNull();
            send(name);
            await().atMost(PATIENCE).until(() -> obeyed.get() == 1);
            send(name);
            await().atMost(PATIENCE).until(() -> obeyed.get() == 2);
        }
    }

    @Test
    void givesTheSignalBackToWhoHadItBefore() throws Exception {
        AtomicInteger outer = new AtomicInteger();
        AtomicInteger inner = new AtomicInteger();
        try (SignalHandler kept =
                SignalHandler.on("USR1", outer::incrementAndGet).orElseThrow()) {
            assertThat(kept).isNotNull();
            SignalHandler.on("USR1", inner::incrementAndGet).orElseThrow().close();

            send("USR1");

            await().atMost(PATIENCE).until(() -> outer.get() == 1);
            assertThat(inner).hasValue(0);
        }
    }

    @Test
    void saysThatItCannotObeyASignalThatDoesNotExist() {
        assertThat(SignalHandler.on("NOSUCH", () -> {})).isEmpty();
    }

    @Test
    void saysThatItCannotObeyWhatTheJvmNeedsItself() {
        assertThat(SignalHandler.on("SEGV", () -> {})).isEmpty();
    }

    private static void send(String name) throws Exception {
        String own = String.valueOf(ProcessHandle.current().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, own).start().waitFor())
                .isZero();
    }
}
