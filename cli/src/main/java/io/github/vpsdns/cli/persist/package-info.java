// SPDX-License-Identifier: Apache-2.0
/** {@code vpsdns acme persist}: the records by which names are proven for good. */
@NullMarked
package io.github.vpsdns.cli.persist;

import org.jspecify.annotations.NullMarked;
