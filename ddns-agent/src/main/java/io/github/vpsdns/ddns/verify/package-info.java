// SPDX-License-Identifier: Apache-2.0
/**
 * Whether the world can see what the API was told: after a write the zone's authoritative name servers are asked, in the background,
 * until each of them has the new addresses or a limit is over. It costs no API call.
 */
@NullMarked
package io.github.vpsdns.ddns.verify;

import org.jspecify.annotations.NullMarked;
