// SPDX-License-Identifier: Apache-2.0
/**
 * The requests to a CA. The protocol itself is acme4j's; around it stand retries where repeating is safe, polling that honours
 * {@code Retry-After}, and failures as {@link io.github.vpsdns.acme.ca.CaException}. Not for users of the library.
 */
@NullMarked
package io.github.vpsdns.acme.ca.internal;

import org.jspecify.annotations.NullMarked;
