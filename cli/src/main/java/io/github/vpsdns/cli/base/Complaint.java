// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import io.github.vpsdns.cli.terminal.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Failures onto standard error: one sentence for people, or one line of JSON, {@code {"error": {...}}}. */
public final class Complaint {
    private record Document(Failure error) {}

    private Complaint() {}

    /**
     * Tells of a failure.
     *
     * @param frame where, and in which form
     * @param failure what happened
     * @param hint a second line for people, or {@code null}
     * @param thrown shown with its stack trace if the user asked for more, or {@code null}
     * @return the exit status
     */
    public static int make(Frame frame, Failure failure, @Nullable String hint, @Nullable Throwable thrown) {
        if (thrown != null && frame.globals().verbose()) {
            frame.note(Printable.lines(trace(thrown)));
        }
        if (frame.globals().json()) {
            Json.print(frame.terminal().err(), new Document(failure));
        } else {
            frame.note(frame.errPalette().bad("vpsdns:") + " " + Printable.of(failure.message()));
            if (hint != null) {
                frame.note(hint);
            }
        }
        return failure.exitStatus();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString().replace("\t", "    ").stripTrailing();
    }
}
