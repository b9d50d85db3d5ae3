// SPDX-License-Identifier: Apache-2.0
/** The two objects of the VPS.org DNS API, zones and records, as values; and what one sends to make or change a record. */
@NullMarked
package io.github.vpsdns.core.zone;

import org.jspecify.annotations.NullMarked;
