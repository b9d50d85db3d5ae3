// SPDX-License-Identifier: Apache-2.0
/**
 * Several blocking tasks at once, with an end: {@link io.github.vpsdns.core.concurrent.Batch} bounds how many run, waits for
 * all of them, and cancels them when the waiting thread is interrupted. It is what edits and certificate orders use to do
 * many calls in the time of a few. And {@link io.github.vpsdns.core.concurrent.Shielded}, for one task of others that must not be
 * interrupted.
 */
@NullMarked
package io.github.vpsdns.core.concurrent;

import org.jspecify.annotations.NullMarked;
