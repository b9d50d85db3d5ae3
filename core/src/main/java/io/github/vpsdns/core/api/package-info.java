// SPDX-License-Identifier: Apache-2.0
/**
 * The VPS.org DNS API, one method for each documented operation: start at {@link io.github.vpsdns.core.api.VpsDnsClient}.
 *
 * <p>The client adds nothing to the API but care: it tries again where that is safe, settles by reading back what became of a
 * write whose answer was lost, and refuses to take half a list for a whole one. What a caller may want to set, it sets at the
 * {@link io.github.vpsdns.core.api.VpsDnsClientBuilder}: where the API is, how long to try ({@link
 * io.github.vpsdns.core.api.RetryPolicy}), who is told of each call ({@link io.github.vpsdns.core.api.CallListener}). {@link
 * io.github.vpsdns.core.api.ApiTokenLocator} finds the token where programs usually keep it.
 *
 * <p>Failures are in {@link io.github.vpsdns.core.error}, zones and records in {@link io.github.vpsdns.core.zone}. For edits that
 * say what should be true, rather than what to call, see {@code io.github.vpsdns.core.edit}.
 */
@NullMarked
package io.github.vpsdns.core.api;

import org.jspecify.annotations.NullMarked;
