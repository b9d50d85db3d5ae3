// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.base.Complaint;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import org.jspecify.annotations.Nullable;

/** Tells what came of each certificate, one line each, failures on standard error, and sums them up. */
final class RenewalReport {
    private final Frame frame;
    private int status = ExitStatus.DONE;

    RenewalReport(Frame frame) {
        this.frame = frame;
    }

    /** Returns what the process ends with: that of the worst failure. */
    int exitStatus() {
        return status;
    }

    /** Counts a result, complains of its failures, and returns what is to be printed of it. */
    Result document(Result result) {
        status = worse(status, result.exitStatus());
        complain(result, result.error());
        complain(result, result.deployError());
        return result;
    }

    /** Prints a result for people. */
    void print(Result result) {
        frame.say(result.lineage() + ": " + words(document(result)));
        frame.terminal().out().flush();
    }

    private static String words(Result result) {
        String next = result.nextAttempt() == null ? "" : PlanWords.time(result.nextAttempt());
        String why = result.reason() == null ? "" : PlanWords.why(result.reason(), result.held());
        return switch (result.result()) {
            case "renewed" -> "renewed, valid until " + result.notAfter() + "; next " + next + ", " + why;
            case "not-due" -> "not due until " + next + ", " + why;
            case "would-renew" -> "would be renewed now, " + why;
            case "busy" -> "due, but somebody else is at work here";
            default -> next.isEmpty() ? "failed" : "failed; next attempt " + next;
        };
    }

    private void complain(Result result, @Nullable Failure failure) {
        if (failure != null) {
            int told = Complaint.make(frame, failure.about(result.lineage()), null, null);
            status = worse(status, told);
        }
    }

    private static int worse(int one, int other) {
        return rank(one) >= rank(other) ? one : other;
    }

    /** What is worth trying again is the least of failures; what would fail again is the most. */
    private static int rank(int status) {
        return switch (status) {
            case ExitStatus.DONE -> 0;
            case ExitStatus.TRY_LATER -> 1;
            case ExitStatus.USAGE -> 2;
            default -> 3;
        };
    }
}
