// SPDX-License-Identifier: Apache-2.0
/**
 * Record data as types: the eight types of the VPS.org API, each a record that cannot be wrong once built, and {@link
 * io.github.vpsdns.core.record.Opaque} for everything else, which can be read and is never written.
 *
 * <p>Values compare canonically, whatever form they were written in: addresses by their bytes, host names without case and
 * trailing dot, TXT by its text whether or not it came in quoted chunks, CAA without regard to quotes and the tag's case.
 */
@NullMarked
package io.github.vpsdns.core.record;

import org.jspecify.annotations.NullMarked;
