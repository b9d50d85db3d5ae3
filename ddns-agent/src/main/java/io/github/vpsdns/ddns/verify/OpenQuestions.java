// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import java.util.HashMap;
import java.util.Map;

/** The questions that have no answer yet: the newest of each record set. Thread-safe. */
@SuppressWarnings("ReferenceEquality") // a question is open only as that very one
final class OpenQuestions {
    private final Map<Question.Key, Question> open = new HashMap<>();
    private int answering;
    private boolean closed;

    /** Puts a question in place of an older one; tells whether it is taken, which it is not after the end. */
    synchronized boolean put(Question question) {
        if (!closed) {
            open.put(question.key(), question);
        }
        return !closed;
    }

    synchronized boolean isOpen(Question question) {
        return open.get(question.key()) == question;
    }

    /** Takes a question away to answer it; tells whether it was open until now. Then {@link #endAnswer} must follow. */
    synchronized boolean beginAnswer(Question question) {
        boolean was = isOpen(question);
        if (was) {
            open.remove(question.key());
            answering++;
        }
        return was;
    }

    synchronized void endAnswer() {
        answering--;
        notifyAll();
    }

    /** Takes the question of a record set away, if there is one. */
    synchronized void take(Question.Key key) {
        open.remove(key);
        notifyAll();
    }

    synchronized int size() {
        return open.size() + answering;
    }

    synchronized void awaitNone() throws InterruptedException {
        // Whoever waits for answers wants them told as well.
        while (!open.isEmpty() || answering > 0) {
            wait();
        }
    }

    synchronized void close() {
        closed = true;
        open.clear();
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
