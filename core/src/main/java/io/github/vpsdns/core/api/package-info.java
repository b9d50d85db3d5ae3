// SPDX-License-Identifier: Apache-2.0
/** The VPS.org DNS API, one method for each documented operation: start at {@link io.github.vpsdns.core.api.VpsDnsClient}. */
@NullMarked
package io.github.vpsdns.core.api;

import org.jspecify.annotations.NullMarked;
