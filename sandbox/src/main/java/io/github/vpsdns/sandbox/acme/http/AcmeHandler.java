// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.jws.Nonces;
import io.github.vpsdns.sandbox.acme.jws.RequestVerifier;
import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.protocol.AcmeProtocol;
import io.github.vpsdns.sandbox.acme.resource.Target;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request through routing, verification, scripted faults and the protocol, and sends the answer with the
 * headers that all have in common (RFC 8555 §6.5, §7.1).
 *
 * <p>Thread-safe.
 */
final class AcmeHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AcmeHandler.class);
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final AcmeProtocol protocol;
    private final RequestVerifier verifier;
    private final Nonces nonces;
    private final Urls urls;
    private final FaultStep faultStep;
    private final AcmeLog log;

    AcmeHandler(
            AcmeProtocol protocol, RequestVerifier verifier, Nonces nonces, Urls urls, AcmeFaults faults, AcmeLog log) {
        this.protocol = protocol;
        this.verifier = verifier;
        this.nonces = nonces;
        this.urls = urls;
        this.faultStep = new FaultStep(faults);
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Optional<Target> target = Urls.target(path);
            if (target.isEmpty()) {
                Exchanges.send(exchange, Exchanges.problem(ProblemException.notFound("there is nothing at " + path)));
                return;
            }
            Optional<Reply> reply = reply(exchange, target.get());
            log.add(new AcmeEvent.Request(
                    target.get().endpoint(),
                    exchange.getRequestMethod(),
                    reply.map(Reply::status).orElse(0)));
            // Without an answer, closing the exchange cuts the connection.
            if (reply.isPresent()) {
                Exchanges.send(exchange, reply.get());
            }
        }
    }

    private Optional<Reply> reply(HttpExchange exchange, Target target) throws IOException {
        try {
            Optional<SignedRequest> signed = verify(exchange, target);
            Optional<AcmeFault> fault = faultStep.before(target.endpoint());
            if (fault.isPresent() && !(fault.get() instanceof AcmeFault.Drop)) {
                return Optional.of(faultStep.reply(fault.get(), this::decorate));
            }
            if (fault.isPresent() && fault.get() instanceof AcmeFault.Drop drop && !drop.handled()) {
                return Optional.empty();
            }
            Reply answer = answer(exchange, target, signed);
            return fault.isPresent() ? Optional.empty() : Optional.of(decorate(answer));
        } catch (ProblemException e) {
            LOG.debug("endpoint={} problem={}", target.endpoint().word(), e.getMessage());
            return Optional.of(decorate(Exchanges.problem(e)));
        } catch (RuntimeException e) {
            LOG.error("endpoint={} failed", target.endpoint().word(), e);
            return Optional.of(decorate(Reply.problem(Problem.of(ProblemType.SERVER_INTERNAL, "internal error"))));
        }
    }

    private Optional<SignedRequest> verify(HttpExchange exchange, Target target) throws IOException {
        String method = exchange.getRequestMethod();
        boolean open = AcmeProtocol.isOpen(target.endpoint());
        if (open && READING.contains(method)) {
            return Optional.empty();
        }
        if (!method.equals("POST")) {
            throw Exchanges.methodNotAllowed(method, open ? "GET, HEAD, POST" : "POST");
        }
        SignedRequest request = verifier.verify(
                Exchanges.body(exchange),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                urls.of(exchange.getRequestURI().getRawPath()),
                AcmeProtocol.keyRule(target.endpoint()));
        if (open) {
            request.requirePostAsGet();
        }
        return Optional.of(request);
    }

    private Reply answer(HttpExchange exchange, Target target, Optional<SignedRequest> signed) {
        return signed.isPresent() && !AcmeProtocol.isOpen(target.endpoint())
                ? protocol.answer(target, signed.get())
                : protocol.answer(target, exchange.getRequestMethod().equals("HEAD"));
    }

    private Reply decorate(Reply reply) {
        return reply.with("Replay-Nonce", nonces.issue())
                .with("Cache-Control", "no-store")
                .with("Link", "<" + urls.directory() + ">;rel=\"index\"");
    }
}
