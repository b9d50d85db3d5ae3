// SPDX-License-Identifier: Apache-2.0
/** Records by their full name: {@code vpsdns records list|add|set|remove}. */
@NullMarked
package io.github.vpsdns.cli.records;

import org.jspecify.annotations.NullMarked;
