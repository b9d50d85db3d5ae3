// SPDX-License-Identifier: Apache-2.0
/**
 * What a server is to do, as values: where it listens, who may do what, and how much.
 */
@NullMarked
package io.github.vpsdns.webhook.settings;

import org.jspecify.annotations.NullMarked;
