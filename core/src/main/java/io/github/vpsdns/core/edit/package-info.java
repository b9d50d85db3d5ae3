// SPDX-License-Identifier: Apache-2.0
/**
 * Edits at a full domain name, idempotent and with the fewest calls: say what should be true, and {@link
 * io.github.vpsdns.core.edit.RecordEditor} does what is missing.
 */
@NullMarked
package io.github.vpsdns.core.edit;

import org.jspecify.annotations.NullMarked;
