// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.http.client.Client;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Hands requests to an endpoint and sends what it replies. No thread waits for either, so that the one that reads a request answers it
 * too; an endpoint that takes too long, or fails, is answered for. Thread-safe.
 */
final class EndpointHandler extends Handler.Abstract.NonBlocking {
    private static final FaultLog FAULTS = FaultLog.errors(EndpointHandler.class);

    private final Endpoint endpoint;
    private final CallReader reader;
    private final AnswerReport report;
    private final HttpLimits limits;

    EndpointHandler(Endpoint endpoint, CallReader reader, AnswerReport report, HttpLimits limits) {
        this.endpoint = endpoint;
        this.reader = reader;
        this.report = report;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!AnswerReport.knows(request.getMethod())) {
            Response.writeError(request, response, callback, 405);
            return true;
        }
        Exchange exchange = new Exchange(request, response, callback);
        CompletableFuture<?> unused = reader.read(request).whenComplete((call, failure) -> {
            if (failure == null) {
                answer(call, exchange);
            } else {
                refuse(failure, exchange);
            }
        });
        return true;
    }

    private static void refuse(Throwable failure, Exchange exchange) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        int status = cause instanceof HttpException known ? known.getCode() : 400;
        Response.writeError(exchange.request, exchange.response, exchange.callback, status, null, cause);
    }

    private void answer(Call call, Exchange exchange) {
        CompletableFuture<Reply> asked = ask(call).toCompletableFuture();
        CompletableFuture<Reply> reply = asked.isDone() ? asked : limited(asked, exchange.request);
        CompletableFuture<?> unused = reply.whenComplete(
                (said, failure) -> send(failure == null && said != null ? said : fault(call, failure), call, exchange));
    }

    /** A copy, so that the end of our patience does not complete the endpoint's own stage. */
    private CompletableFuture<Reply> limited(CompletableFuture<Reply> asked, Request request) {
        CompletableFuture<Reply> waiting = asked.copy();
        Scheduler.Task timeout = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> waiting.complete(Replies.TOO_LONG),
                        limits.answer().toMillis(),
                        TimeUnit.MILLISECONDS);
        return waiting.whenComplete((any, failure) -> timeout.cancel());
    }

    private CompletionStage<Reply> ask(Call call) {
        try {
            return endpoint.answer(call);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The query stays out of the log: it holds passwords. */
    private static Reply fault(Call call, @Nullable Throwable failure) {
        FAULTS.tell(call + " could not be answered", failure == null ? new IllegalStateException("no reply") : failure);
        return Replies.FAULT;
    }

    private void send(Reply reply, Call call, Exchange exchange) {
        Client client = new Client(call.client(), call.secure());
        Callback told = Callback.from(
                exchange.callback,
                () -> report.answered(exchange.request, client, call.path(), reply.user(), reply.status()));
        try {
            ReplyWriter.write(reply, exchange.response, told);
        } catch (RuntimeException e) {
            FAULTS.tell("the reply to " + call + " could not be sent", e);
            Response.writeError(exchange.request, exchange.response, exchange.callback, 500);
        }
    }

    private record Exchange(Request request, Response response, Callback callback) {}
}
