// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.Problem;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.RateLimitedException;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.error.UnauthorizedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void takesWrongValuesForWrongUsage() {
        assertThat(Failure.of(new InvalidValueException("'x' is wrong")))
                .isEqualTo(Failure.usage("'x' is wrong"))
                .extracting(Failure::exitStatus)
                .isEqualTo(2);
    }

    @Test
    void tellsWhatTheApiSaid() {
        Failure failure = Failure.of(new RateLimitedException(
                new Problem("list zones", 429, "throttled", "domain", "slow down", Duration.ofSeconds(7), "")));

        assertThat(failure.kind()).isEqualTo("rate-limited");
        assertThat(failure.exitStatus()).isEqualTo(75);
        assertThat(failure.httpStatus()).isEqualTo(429);
        assertThat(failure.errorCode()).isEqualTo("throttled");
        assertThat(failure.field()).isEqualTo("domain");
        assertThat(failure.retryAfterSeconds()).isEqualTo(7);
    }

    @Test
    void takesWhatMayPassForWorthTryingAgain() {
        Problem problem = new Problem("list zones", 503, null, null, "", null, "");

        assertThat(Failure.of(new ServerErrorException(problem)).exitStatus()).isEqualTo(75);
        assertThat(Failure.of(new TransportException("list zones", "refused", false, null))
                        .exitStatus())
                .isEqualTo(75);
    }

    @Test
    void takesWhatWillNotPassForFailed() {
        Problem problem = new Problem("list zones", 403, null, null, "", null, "");

        assertThat(Failure.of(new UnauthorizedException(problem)).exitStatus()).isEqualTo(1);
        assertThat(Failure.of(new ForbiddenException(problem)).exitStatus()).isEqualTo(1);
        assertThat(Failure.of(new ProtocolException("list zones", 200, "HTML", "", null))
                        .exitStatus())
                .isEqualTo(1);
        assertThat(Failure.of(new VpsDnsException("no", null)).exitStatus()).isEqualTo(1);
        assertThat(Failure.of(new UncheckedIOException(new IOException("disk full")))
                        .exitStatus())
                .isEqualTo(1);
    }

    @Test
    void owesTheReaderAStackTraceForAnythingElse() {
        Failure failure = Failure.of(new IllegalStateException("surprise"));

        assertThat(failure.kind()).isEqualTo("internal");
        assertThat(failure.exitStatus()).isEqualTo(1);
        assertThat(failure.message())
                .isEqualTo(
                        "internal error (IllegalStateException: surprise); run again with -v for the stack trace, and"
                                + " report it");
    }
}
