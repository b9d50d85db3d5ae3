// SPDX-License-Identifier: Apache-2.0
/** The zones of the account: {@code vpsdns zones list|show|create|delete|export|import}. */
@NullMarked
package io.github.vpsdns.cli.zones;

import org.jspecify.annotations.NullMarked;
