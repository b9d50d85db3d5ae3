// SPDX-License-Identifier: Apache-2.0
/**
 * What a server tells while it runs: events as they happen, and how it stands.
 */
@NullMarked
package io.github.vpsdns.webhook.report;

import org.jspecify.annotations.NullMarked;
