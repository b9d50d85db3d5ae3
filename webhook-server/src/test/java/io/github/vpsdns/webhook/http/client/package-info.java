// SPDX-License-Identifier: Apache-2.0
/** Who is believed about the client. */
@NullMarked
package io.github.vpsdns.webhook.http.client;

import org.jspecify.annotations.NullMarked;
