// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.schedule.Failure;
import io.github.vpsdns.core.VpsDnsException;
import java.util.Locale;

/** What is remembered of an exception. Stateless. */
final class Failures {
    private Failures() {}

    static Failure of(VpsDnsException reason) {
        if (reason instanceof CaException refusal) {
            return new Failure(
                    refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    sentence(reason),
                    refusal.kind() == CaException.Kind.CHALLENGE_FAILED,
                    refusal.retryAt().orElse(null));
        }
        Throwable named =
                reason.getClass() == VpsDnsException.class && reason.getCause() != null ? reason.getCause() : reason;
        return new Failure(word(named), sentence(reason), false, null);
    }

    /** Returns an exception of ours, whatever was thrown: an attempt ends, not the process. */
    static VpsDnsException known(Throwable thrown) {
        return thrown instanceof VpsDnsException known ? known : new VpsDnsException(sentence(thrown), thrown);
    }

    private static String sentence(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }

    /** A word such as {@code propagation-timeout} for a class such as {@code PropagationTimeoutException}. */
    private static String word(Throwable thrown) {
        String name = thrown.getClass().getSimpleName().replaceAll("Exception$", "");
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
