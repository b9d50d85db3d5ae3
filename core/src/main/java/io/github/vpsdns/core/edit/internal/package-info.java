// SPDX-License-Identifier: Apache-2.0
/**
 * What edits are made of, below the rules of editing: the few calls they need, and what a listing showed. Not API: only {@link
 * io.github.vpsdns.core.edit} uses it.
 */
@NullMarked
package io.github.vpsdns.core.edit.internal;

import org.jspecify.annotations.NullMarked;
