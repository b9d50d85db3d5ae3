// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.CaProblem;
import io.github.vpsdns.acme.connection.HttpStatusException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;

/** What an exception of acme4j means to us: whether it passes, when, and how to put it. */
public final class CaFailure {
    private final String host;
    private final Exception cause;

    public CaFailure(String host, Exception thrown) {
        this.host = host;
        this.cause = thrown instanceof AcmeLazyLoadingException lazy && lazy.getCause() instanceof AcmeException inner
                ? inner
                : thrown;
    }

    /** Tells whether the thread was interrupted, which acme4j wraps without setting the flag again. */
    public boolean isInterrupt() {
        return find(InterruptedException.class).isPresent();
    }

    /** Tells whether the same request may be answered well when it is sent again soon. */
    public boolean isTransient() {
        if (cause instanceof AcmeRateLimitedException limited) {
            return limited.getRetryAfter().isPresent();
        }
        if (cause instanceof AcmeServerException server) {
            return Problems.of(server.getProblem()).is("serverInternal");
        }
        return find(HttpStatusException.class)
                .map(HttpStatusException::isTransient)
                .orElse(cause instanceof AcmeNetworkException && !isDistrust());
    }

    /** Returns how long the CA asks to wait. */
    public Optional<Duration> retryAfter(Instant now) {
        if (cause instanceof AcmeRateLimitedException limited) {
            return limited.getRetryAfter().map(at -> Duration.between(now, at));
        }
        return find(HttpStatusException.class).flatMap(HttpStatusException::retryAfter);
    }

    /** Returns what the CA said. */
    public Optional<CaProblem> problem() {
        return cause instanceof AcmeServerException server
                ? Optional.of(Problems.of(server.getProblem()))
                : Optional.empty();
    }

    /** Returns the exception to throw for it. */
    public VpsDnsException toThrow(String what, Instant now) {
        if (isInterrupt()) {
            return CancelledException.interrupted(what, new InterruptedException());
        }
        if (cause instanceof AcmeRateLimitedException limited) {
            Instant until = limited.getRetryAfter().orElse(null);
            return CaException.rateLimited(
                    what + ": the CA " + host + " has had too many requests: " + Problems.of(limited.getProblem())
                            + (until == null ? "" : "; try again after " + until),
                    cause,
                    Problems.of(limited.getProblem()),
                    until);
        }
        if (cause instanceof AcmeUserActionRequiredException action) {
            return CaException.of(
                    Kind.ACTION_REQUIRED,
                    what + ": the CA " + host + " wants something done first: " + Problems.of(action.getProblem())
                            + action.getProblem()
                                    .getInstance()
                                    .map(page -> "; visit " + page)
                                    .orElse(""),
                    cause,
                    Problems.of(action.getProblem()));
        }
        if (cause instanceof AcmeServerException server) {
            CaProblem problem = Problems.of(server.getProblem());
            if (problem.is("serverInternal")) {
                return CaException.of(
                        Kind.UNREACHABLE, what + ": the CA " + host + " has a fault: " + problem, cause, problem);
            }
            boolean wantsBinding = problem.is("externalAccountRequired");
            return CaException.of(
                    wantsBinding ? Kind.ACTION_REQUIRED : Kind.REFUSED,
                    what + ": the CA " + host + " refused: " + problem
                            + (wantsBinding
                                    ? "; give the key identifier and HMAC key from its web site (--eab-kid, --eab-hmac-file)"
                                    : ""),
                    cause,
                    problem);
        }
        return unanswered(what, now);
    }

    private VpsDnsException unanswered(String what, Instant now) {
        Optional<HttpStatusException> status = find(HttpStatusException.class);
        if (status.isPresent()) {
            Instant until = retryAfter(now).map(now::plus).orElse(null);
            String message =
                    what + ": the CA " + host + " answered HTTP " + status.get().status() + " without saying why";
            if (status.get().status() == 429) {
                return CaException.rateLimited(message, cause, null, until);
            }
            return status.get().isTransient()
                    ? CaException.of(
                            Kind.UNREACHABLE,
                            message + "; try again " + (until == null ? "later" : "after " + until),
                            cause)
                    : CaException.of(Kind.UNEXPECTED, message + "; is this the URL of an ACME directory?", cause);
        }
        if (isDistrust()) {
            return CaException.of(
                    Kind.UNEXPECTED,
                    what + ": the certificate of the CA's server " + host
                            + " is not trusted; for a private CA, give the file of its authority (--server-ca)",
                    cause);
        }
        if (cause instanceof AcmeNetworkException network) {
            return CaException.of(
                    Kind.UNREACHABLE, what + ": the CA " + host + " cannot be reached: " + reason(network), cause);
        }
        return CaException.of(
                Kind.UNEXPECTED,
                what + ": the CA " + host + " answered what the ACME protocol does not know: " + cause.getMessage(),
                cause);
    }

    /** Trying again does not make a certificate trusted. */
    private boolean isDistrust() {
        return find(CertPathBuilderException.class).isPresent()
                || find(CertPathValidatorException.class).isPresent();
    }

    /** The innermost message says most, as in "PKIX path building failed"; the JDK's client gives some failures none. */
    private String reason(Throwable thrown) {
        if (find(UnresolvedAddressException.class).isPresent()
                || find(UnknownHostException.class).isPresent()) {
            return "its name has no address";
        }
        String said = find(ConnectException.class).isPresent() ? "no connection" : "no answer";
        for (Throwable at = thrown.getCause(); at != null; at = at.getCause()) {
            String message = at.getMessage();
            said = message == null || message.isBlank() ? said : message;
        }
        return said;
    }

    private <T extends Throwable> Optional<T> find(Class<T> type) {
        for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
