// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

final class FaultLogTest {
    private final ManualTime time = new ManualTime();
    private final Written written = new Written();
    private final FaultLog log = new FaultLog(written, Level.ERROR, time);

    private record Line(Level level, String text, @Nullable Throwable trace) {}

    private static final class Written extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private final transient List<Line> lines = new ArrayList<>();

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            lines.add(new Line(level, MessageFormatter.basicArrayFormat(pattern, arguments), thrown));
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }

    private static IllegalStateException fault(String message) {
        return new IllegalStateException(message);
    }

    private List<String> texts() {
        return written.lines.stream().map(Line::text).toList();
    }

    @Test
    void tellsTheFirstWithItsStackTrace() {
        IllegalStateException fault = fault("broken");

        log.tell("the request failed", fault);

        assertThat(written.lines).containsExactly(new Line(Level.ERROR, "the request failed", fault));
    }

    @Test
    void tellsTheSameAgainAsALineWithItsNumber() {
        log.tell("the request failed", fault("broken"));
        log.tell("the request failed", fault("broken\nby two lines"));

        assertThat(written.lines.get(1))
                .isEqualTo(new Line(
                        Level.ERROR,
                        "the request failed, number 2 since its stack trace: "
                                + "java.lang.IllegalStateException: broken by two lines",
                        null));
    }

    @Test
    void tellsLessAndLessOfManyInAMinute() {
        for (int i = 0; i < 1000; i++) {
            log.tell("failed", fault("no. " + i));
        }

        assertThat(texts()).hasSize(1 + 9).last().asString().contains("number 512 ");
    }

    @Test
    void tellsEachThatComesAMinuteAfterTheOneBefore() {
        for (int i = 0; i < 6; i++) {
            log.tell("failed", fault("slow"));
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(texts()).hasSize(6).last().asString().contains("number 6 ");
    }

    @Test
    void tellsInFullAgainAfterADay() {
        log.tell("failed", fault("old"));
        time.advance(Duration.ofDays(1));
        log.tell("failed", fault("old"));

        assertThat(written.lines).extracting(Line::trace).doesNotContainNull().hasSize(2);
    }

    @Test
    void tellsAnotherClassFromAnotherPlaceInFull() {
        log.tell("failed", fault("one"));
        log.tell("failed", new IllegalArgumentException("other"));
        log.tell("failed", new IllegalStateException("same class, other line"));

        assertThat(written.lines).extracting(Line::trace).doesNotContainNull().hasSize(3);
    }

    @Test
    void tellsFaultsApartByWhatCausedThem() {
        for (RuntimeException cause : List.of(fault("here"), new IllegalArgumentException("there"))) {
            log.tell("failed", new IllegalStateException("wrapped", cause));
        }

        assertThat(written.lines).extracting(Line::trace).doesNotContainNull().hasSize(2);
    }

    @Test
    void takesFaultsWithoutAStackTraceAndCausesInACircle() {
        Exception bare = new Exception("bare");
        bare.setStackTrace(new StackTraceElement[0]);
        Exception circle = new Exception("circle");
        circle.initCause(new Exception("back", circle));

        log.tell("failed", bare);
        log.tell("failed", circle);

        assertThat(texts()).hasSize(2);
    }

    @Test
    void remembersSoManyKindsAndNoMore() {
        for (int i = 0; i <= FaultLog.MOST_KINDS; i++) {
            log.tell("failed", at(i));
        }
        log.tell("failed", at(0));

        assertThat(written.lines)
                .hasSize(FaultLog.MOST_KINDS + 2)
                .last()
                .extracting(Line::trace)
                .isNotNull();
    }

    private static Exception at(int line) {
        Exception fault = new Exception();
        fault.setStackTrace(new StackTraceElement[] {new StackTraceElement("Here", "there", "Here.java", line)});
        return fault;
    }
}
