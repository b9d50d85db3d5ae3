// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.time.Instant;

/**
 * One call that the API got. Holds no headers, so no token.
 *
 * @param at when it came in
 * @param method the HTTP method
 * @param path the path below {@code /api/v1}; of calls elsewhere, the whole path
 * @param query the raw query, empty if there was none
 * @param status the status sent, or 0 if the connection was dropped instead
 * @param carriedOut whether the API itself dealt with the call (and committed it, if it was a valid edit)
 * @param note what was done to it: {@code ""} for nothing, otherwise the faults, such as {@code delay, drop}
 */
public record Call(Instant at, String method, String path, String query, int status, boolean carriedOut, String note) {}
