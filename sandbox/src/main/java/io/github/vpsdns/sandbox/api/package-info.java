// SPDX-License-Identifier: Apache-2.0
/**
 * The VPS.org DNS API over HTTP, as its page documents it and, where the page is silent, as Django REST framework behaves.
 *
 * <p>{@link io.github.vpsdns.sandbox.api.ApiServer} owns the socket. A call passes through the fault script, then the
 * routes, the check of its token, and one of the resources, which edit the state. Below {@code /sandbox/} on the same port
 * the script and the call log can be read and written without a token.
 *
 * @see <a href="https://www.vps.org/api/v1/docs/dns/">The vendor's page</a>
 */
@NullMarked
package io.github.vpsdns.sandbox.api;

import org.jspecify.annotations.NullMarked;
