// SPDX-License-Identifier: Apache-2.0
/**
 * Look-ups at a zone's authoritative name servers, each asked directly, so that no resolver's cache comes between a write and
 * the proof that it is visible: start at {@link io.github.vpsdns.core.dns.AuthoritativeDns}.
 */
@NullMarked
package io.github.vpsdns.core.dns;

import org.jspecify.annotations.NullMarked;
