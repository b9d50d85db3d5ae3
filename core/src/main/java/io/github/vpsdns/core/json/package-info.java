// SPDX-License-Identifier: Apache-2.0
/**
 * JSON as trees, read and written by Jackson's streams alone. What a mapper binds to objects is not needed for the few documents
 * here, and a mapper costs each process some five hundred classes, a calendar and the locales that this brings with it:
 * a twentieth of the agent's memory.
 */
@NullMarked
package io.github.vpsdns.core.json;

import org.jspecify.annotations.NullMarked;
