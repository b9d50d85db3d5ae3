// SPDX-License-Identifier: Apache-2.0
/**
 * Challenges that other ACME clients make: {@code vpsdns acme hook present|cleanup} for one value, and what {@code
 * bin/vpsdns-acme-hook} starts for certbot, lego, dehydrated and uacme, whose languages {@link io.github.vpsdns.cli.hook.client}
 * understands.
 *
 * <p>A hook keeps no state: the process that writes a value ends while its client still needs it, and the API knows what
 * stands. What a killed client leaves is for {@code vpsdns acme cleanup}.
 */
@NullMarked
package io.github.vpsdns.cli.hook;

import org.jspecify.annotations.NullMarked;
