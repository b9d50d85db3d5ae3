// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.Problem;
import io.github.vpsdns.core.error.RateLimitedException;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.error.UnauthorizedException;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/**
 * From an answer that is no success to the exception that tells it: by status and {@code error_code}, never by the wording
 * of a message, which follows the account's language.
 */
final class ErrorReader {
    private static final int BODY_LIMIT = 64 * 1024;
    private static final int EXCERPT = 2000;
    private static final Set<String> NOT_AUTHENTICATED = Set.of("not_authenticated", "authentication_failed");

    private ErrorReader() {}

    /** Throws unless the status is one of success. */
    static void check(Reply reply, Instant now) throws IOException {
        if (reply.status() < 200 || reply.status() > 299) {
            throw read(reply, now);
        }
    }

    private static VpsDnsException read(Reply reply, Instant now) throws IOException {
        int status = reply.status();
        if (status < 400) {
            String location = reply.header("Location");
            return reply.refuse("the API answered " + status + ", a redirect"
                    + (location.isEmpty() ? "" : " to '" + location + "'")
                    + "; redirects are not followed, check the API URL");
        }
        String body = reply.text(BODY_LIMIT);
        ErrorBody said = ErrorBody.parse(body);
        Problem problem = new Problem(
                reply.description(),
                status,
                said.code(),
                said.field(),
                said.isJson() ? said.detail() : described(reply, said.detail()),
                reply.retryAfter(now),
                body.length() <= EXCERPT ? body : body.substring(0, EXCERPT));
        if (status >= 500) {
            return new ServerErrorException(problem);
        }
        return switch (status) {
            case 400, 409, 422 -> new InvalidRequestException(problem);
            case 401 -> new UnauthorizedException(problem);
            case 403 -> said.isJson() ? forbidden(problem) : foreign(reply, "a proxy or firewall may have answered");
            case 404 -> said.isJson() ? new NotFoundException(problem) : foreign(reply, "check the API URL");
            case 429 -> new RateLimitedException(problem);
            default -> new ApiException(problem);
        };
    }

    private static ApiException forbidden(Problem problem) {
        return problem.code() != null && NOT_AUTHENTICATED.contains(problem.code())
                ? new UnauthorizedException(problem)
                : new ForbiddenException(problem);
    }

    /** The API always answers these in JSON; a page says that something else has answered, which knows nothing of zones. */
    private static VpsDnsException foreign(Reply reply, String advice) {
        String type = reply.header("Content-Type");
        return reply.refuse(reply.status() + " came without the API's JSON ("
                + (type.isEmpty() ? "no content type" : type) + "); " + advice);
    }

    private static String described(Reply reply, String text) {
        String type = reply.header("Content-Type");
        return type.isEmpty() ? text : type + (text.isEmpty() ? "" : ": " + text);
    }
}
