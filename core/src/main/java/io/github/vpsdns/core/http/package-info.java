// SPDX-License-Identifier: Apache-2.0
/**
 * How HTTP is spoken with the API. <strong>Not part of this library's API</strong>: public only because Java has no other way
 * for {@link io.github.vpsdns.core.api} to use it, and free to change in any release.
 *
 * <p>From the outside in: an {@link io.github.vpsdns.core.http.Operation} is one call of a client's method with its one
 * deadline, made of one or more tries; an {@link io.github.vpsdns.core.http.Exchange} is one try, a request with its answer;
 * the {@link io.github.vpsdns.core.http.Transport} owns connections and threads. A {@link io.github.vpsdns.core.http.ListWalk}
 * follows a list from page to page.
 *
 * <p>Nobody ever blocks in a socket on a caller's thread: the transport's own daemon threads do, and the caller waits for them,
 * so that an interrupt, a deadline or {@code close()} ends the wait at once and cuts the connection under the blocked thread.
 */
@NullMarked
package io.github.vpsdns.core.http;

import org.jspecify.annotations.NullMarked;
