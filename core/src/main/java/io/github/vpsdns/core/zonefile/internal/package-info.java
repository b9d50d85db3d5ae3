// SPDX-License-Identifier: Apache-2.0
/**
 * What zone files are made of, below their rules: entries and words, escapes, names, times, and each type's values. Not API:
 * only {@link io.github.vpsdns.core.zonefile} uses it.
 */
@NullMarked
package io.github.vpsdns.core.zonefile.internal;

import org.jspecify.annotations.NullMarked;
