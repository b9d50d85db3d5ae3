// SPDX-License-Identifier: Apache-2.0
/**
 * Telling a person or a program what happened, by a command and by a webhook. Notices go out one
 * after the other on a thread of their own; one that does not arrive is complained of and disturbs nothing.
 */
@NullMarked
package io.github.vpsdns.cli.notify;

import org.jspecify.annotations.NullMarked;
