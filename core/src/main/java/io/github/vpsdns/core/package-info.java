// SPDX-License-Identifier: Apache-2.0
/**
 * Client library of the VPS.org DNS REST API.
 *
 * <p>Read the packages from the inside out: {@link io.github.vpsdns.core.name} (domain names),
 * {@link io.github.vpsdns.core.record} (record data as types), {@link io.github.vpsdns.core.api} (the API, one method per
 * documented operation), {@link io.github.vpsdns.core.edit} (idempotent edits at a full domain name) and
 * {@link io.github.vpsdns.core.dns} (look-ups at a zone's authoritative name servers). Each knows only those before it. Beside
 * them stands {@link io.github.vpsdns.core.time}, which knows none of the others.
 *
 * <p>This package itself holds the two roots of everything that can go wrong: {@link
 * io.github.vpsdns.core.InvalidValueException} for a value that cannot be used as given, and {@link
 * io.github.vpsdns.core.VpsDnsException} for an operation that failed.
 */
@NullMarked
package io.github.vpsdns.core;

import org.jspecify.annotations.NullMarked;
