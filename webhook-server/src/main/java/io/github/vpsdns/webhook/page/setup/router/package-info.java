// SPDX-License-Identifier: Apache-2.0
/**
 * Routers and other devices with a page for dynamic DNS; each text follows the maker's manual and what the device was seen to send.
 */
@NullMarked
package io.github.vpsdns.webhook.page.setup.router;

import org.jspecify.annotations.NullMarked;
