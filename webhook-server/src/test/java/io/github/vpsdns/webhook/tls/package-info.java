// SPDX-License-Identifier: Apache-2.0
/** Certificates that change under a running server. */
@NullMarked
package io.github.vpsdns.webhook.tls;

import org.jspecify.annotations.NullMarked;
