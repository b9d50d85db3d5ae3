// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.function.Consumer;

/** Answers each question at most once, and only as long as it is open. Thread-safe. */
final class Answerer {
    private static final FaultLog FAULTS = FaultLog.warnings(Answerer.class);

    private final OpenQuestions open;
    private final Timekeeper time;
    private final Consumer<Verification> listener;

    Answerer(OpenQuestions open, Timekeeper time, Consumer<Verification> listener) {
        this.open = open;
        this.time = time;
        this.listener = listener;
    }

    void verified(Question question) {
        answer(question, question.verified(time.nanoTime()));
    }

    void unverified(Question question, String reason) {
        answer(question, question.unverified(reason));
    }

    private void answer(Question question, Verification answer) {
        if (!open.beginAnswer(question)) {
            return;
        }
        try {
            listener.accept(answer);
        } catch (RuntimeException e) {
            FAULTS.tell("a listener to verifications failed", e);
        } finally {
            open.endAnswer();
        }
    }
}
