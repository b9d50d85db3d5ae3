// SPDX-License-Identifier: Apache-2.0
/**
 * Zone files, which the RFCs call master files, read and written (RFC 1035 section 5, RFC 2308 section 4 for {@code $TTL}, and
 * BIND's {@code $GENERATE}).
 *
 * <p>{@link io.github.vpsdns.core.zonefile.ZoneFileReader} makes values of a file, each with its line, and tells every mistake at
 * once; {@link io.github.vpsdns.core.zonefile.ZoneFileWriter} writes one that reads back as the same values, in ASCII and always
 * in the same order.
 *
 * <p>The file is taken apart here and not by dnsjava, which this library uses for look-ups: its reader ends at the first
 * mistake, does not say on which line a record stands, and takes text that is not ASCII for the platform's. The package knows
 * names and record data and nothing of the API.
 */
@NullMarked
package io.github.vpsdns.core.zonefile;

import org.jspecify.annotations.NullMarked;
