// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a command failed, as its caller learns of it.
 *
 * @param kind a word for programs, in lower case with hyphens, such as {@code rate-limited}
 * @param message one sentence for a person
 * @param exitStatus what the process ends with, see {@link ExitStatus}
 * @param httpStatus what the API answered, or {@code null} where no answer was the reason
 * @param errorCode the API's {@code error_code} or the CA's problem type, or {@code null}
 * @param field the field the API complained of, or {@code null}
 * @param retryAfterSeconds how long the API or the CA asks to wait, or {@code null}
 */
public record Failure(
        String kind,
        String message,
        int exitStatus,
        @Nullable Integer httpStatus,
        @Nullable String errorCode,
        @Nullable String field,
        @Nullable Long retryAfterSeconds) {

    /**
     * Judges what a command ended in.
     *
     * @param thrown what it threw
     * @return what to tell
     */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof FailedException known) {
            return known.failure();
        }
        if (thrown instanceof UsageException || thrown instanceof InvalidValueException) {
            return usage(sentence(thrown));
        }
        if (thrown instanceof ApiException api) {
            return refused(api);
        }
        if (thrown instanceof TransportException) {
            return plain(
                    "transport",
                    sentence(thrown) + "; check the network and the API's URL, then try again",
                    ExitStatus.TRY_LATER);
        }
        if (thrown instanceof CancelledException) {
            return plain("cancelled", sentence(thrown), ExitStatus.TRY_LATER);
        }
        if (thrown instanceof VpsDnsException failure) {
            return plain(
                    kind(failure), sentence(failure), failure.isTransient() ? ExitStatus.TRY_LATER : ExitStatus.FAILED);
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            return plain("io", sentence(thrown), ExitStatus.FAILED);
        }
        return plain(
                "internal",
                "internal error (" + thrown.getClass().getSimpleName() + ": " + thrown.getMessage()
                        + "); run again with -v for the stack trace, and report it",
                ExitStatus.FAILED);
    }

    /**
     * Creates the failure of a line that cannot be understood.
     *
     * @param message one sentence
     * @return the failure
     */
    public static Failure usage(String message) {
        return plain("usage", message, ExitStatus.USAGE);
    }

    /**
     * Creates the failure of output that did not arrive.
     *
     * @param message one sentence
     * @return the failure
     */
    public static Failure output(String message) {
        return plain("output", message, ExitStatus.FAILED);
    }

    /**
     * Says what it is about, for commands that work on several things.
     *
     * @param subject what it is about, such as a certificate's name
     * @return the failure with a message that begins with it
     */
    public Failure about(String subject) {
        return new Failure(kind, subject + ": " + message, exitStatus, httpStatus, errorCode, field, retryAfterSeconds);
    }

    private static Failure refused(ApiException api) {
        @Nullable Long wait = api.retryAfter().map(Duration::toSeconds).orElse(null);
        return new Failure(
                kind(api),
                sentence(api),
                api.isTransient() ? ExitStatus.TRY_LATER : ExitStatus.FAILED,
                api.status(),
                api.problem().code(),
                api.problem().field(),
                wait);
    }

    private static Failure plain(String kind, String message, int exitStatus) {
        return new Failure(kind, message, exitStatus, null, null, null, null);
    }

    /** The class name says it: {@code ZoneNotFoundException} is {@code zone-not-found}. */
    private static String kind(VpsDnsException failure) {
        return failure.getClass()
                .getSimpleName()
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what an exception says.
     *
     * @param thrown the exception
     * @return its message, or its class where it has none
     */
    public static String sentence(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
