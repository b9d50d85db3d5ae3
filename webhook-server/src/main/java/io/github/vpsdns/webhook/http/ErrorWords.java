// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.http.client.Client;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Stands in the place of Jetty's error pages: answers in the words of {@link Replies}, and tells what was wrong with requests that
 * are no HTTP. Thread-safe.
 */
final class ErrorWords implements Request.Handler {
    private final CallReader reader;
    private final AnswerReport report;

    ErrorWords(CallReader reader, AnswerReport report) {
        this.reader = reader;
        this.report = report;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object failure = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int said = failure instanceof HttpException known ? known.getCode() : response.getStatus();
        // Jetty asks those who begin with HTTP/2 to upgrade, which is nothing that they can do here.
        int status = said == 426 ? 505 : said;
        Client client = reader.client(request);
        if ((status >= 400 && status < 500) || status == 505) {
            report.bad(client, BadRequests.reason(status, failure instanceof Throwable thrown ? thrown : null));
        }
        ReplyWriter.write(
                Replies.of(status).with("Connection", "close"),
                response,
                Callback.from(callback, () -> report.answered(request, client, null, null, status)));
        return true;
    }
}
