// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.terminal.PrintableStream;
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
            thrown.printStackTrace(PrintableStream.before(frame.terminal().err()));
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
}
