// SPDX-License-Identifier: Apache-2.0
/** The HTTP server against raw bytes. */
@NullMarked
package io.github.vpsdns.webhook.http;

import org.jspecify.annotations.NullMarked;
