// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP as acme4j is given it: with the trust, the proxies and the patience that issuing needs. Public only for {@code
 * io.github.vpsdns.acme.issue}; not part of the library's surface.
 */
@NullMarked
package io.github.vpsdns.acme.connection;

import org.jspecify.annotations.NullMarked;
