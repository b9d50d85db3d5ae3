// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.RetryAfter;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lets a request meet the fault that is planned for it. */
final class FaultStep {
    private final AcmeFaults faults;

    FaultStep(AcmeFaults faults) {
        this.faults = faults;
    }

    /** Uses delays up by waiting here; returns what is to be done in place of the usual answer. */
    Optional<AcmeFault> before(Endpoint endpoint) {
        Optional<AcmeFault> fault = faults.take(endpoint);
        if (fault.isPresent() && fault.get() instanceof AcmeFault.Delay delay) {
            return waited(delay.time()) ? Optional.empty() : Optional.of(AcmeFault.dropBefore());
        }
        return fault;
    }

    Reply reply(AcmeFault fault, UnaryOperator<Reply> decoration) {
        if (fault instanceof AcmeFault.Refusal refusal) {
            return decoration.apply(retry(Reply.problem(refusal.problem()), refusal.retryAfter()));
        }
        if (fault instanceof AcmeFault.Page page) {
            String html = "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>\n"
                    .formatted(page.status());
            return retry(Reply.of(page.status(), "text/html", html), page.retryAfter());
        }
        throw new IllegalArgumentException(fault + " has no answer");
    }

    private static Reply retry(Reply reply, @Nullable RetryAfter retryAfter) {
        // A date is compared with the client's clock, so it is the real time, whatever the CA's own clock says.
        return retryAfter == null
                ? reply
                : reply.with("Retry-After", retryAfter.header(Clock.systemUTC().instant()));
    }

    private static boolean waited(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
