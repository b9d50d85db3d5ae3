// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import org.jspecify.annotations.Nullable;

/** Ends a call with an error answer. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private Refusal(String message, Reply reply) {
        super(message, null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }

    /** The vendor's form of an error. */
    private static Refusal documented(int status, String detail, String code, @Nullable String field) {
        return new Refusal(
                detail,
                Reply.json(
                        status,
                        Json.object()
                                .put("detail", detail)
                                .put("error_code", code)
                                .put("field", field)));
    }

    /** Django REST framework's form, for what the vendor's page does not mention. */
    private static Refusal plain(int status, String detail) {
        return new Refusal(detail, Reply.json(status, Json.object().put("detail", detail)));
    }

    static Refusal invalid(@Nullable String field, String detail) {
        return documented(400, detail, "validation_error", field);
    }

    static Refusal notFound(String detail) {
        return documented(404, detail, "not_found", null);
    }

    static Refusal forbidden(String permission) {
        return documented(403, "Token lacks the required permission: " + permission + ".", "permission_denied", null);
    }

    static Refusal unauthorized(String detail, String code) {
        Refusal bare = documented(401, detail, code, null);
        return new Refusal(detail, bare.reply().with("WWW-Authenticate", "Bearer realm=\"api\""));
    }

    static Refusal unparsable(String why) {
        return plain(400, "JSON parse error - " + why);
    }

    static Refusal noSuchPage(String detail) {
        return plain(404, detail);
    }

    static Refusal unsupportedMediaType(String type) {
        return plain(415, "Unsupported media type \"" + type + "\" in request.");
    }

    static Refusal methodNotAllowed(String method, String allowed) {
        Refusal bare = plain(405, "Method \"" + method + "\" not allowed.");
        return new Refusal("method", bare.reply().with("Allow", allowed));
    }
}
