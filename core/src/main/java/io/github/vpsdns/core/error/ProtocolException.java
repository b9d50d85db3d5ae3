// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/**
 * Something answered, but not as the API documents: a page of HTML, half a JSON document, a redirect, another shape. Usually
 * a wrong base URL, a proxy or a captive portal.
 */
public sealed class ProtocolException extends VpsDnsException permits IncompleteListException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final int status;
    private final String body;

    /**
     * Creates the error.
     *
     * @param operation what was asked
     * @param status the HTTP status that came
     * @param problem what is wrong with the answer, one clause
     * @param body the start of the body, for diagnosis
     * @param cause what found it, or {@code null}
     */
    public ProtocolException(String operation, int status, String problem, String body, @Nullable Throwable cause) {
        super(operation + ": " + problem, cause);
        this.operation = operation;
        this.status = status;
        this.body = body;
    }

    /**
     * Returns what was asked.
     *
     * @return the operation
     */
    public final String operation() {
        return operation;
    }

    /**
     * Returns the HTTP status that came.
     *
     * @return the status
     */
    public final int status() {
        return status;
    }

    /**
     * Returns the start of the body.
     *
     * @return at most 2,000 characters
     */
    public final String body() {
        return body;
    }
}
