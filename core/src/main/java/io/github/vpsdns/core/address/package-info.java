// SPDX-License-Identifier: Apache-2.0
/**
 * IP addresses as values of two families: what an address is for by the registries of IANA, and IPv6 addresses made of a prefix and a
 * host part.
 */
@NullMarked
package io.github.vpsdns.core.address;

import org.jspecify.annotations.NullMarked;
