// SPDX-License-Identifier: Apache-2.0
/**
 * Who is calling, and whether they are let in: credentials in all the places where clients put them, lock-outs and rates.
 */
@NullMarked
package io.github.vpsdns.webhook.auth;

import org.jspecify.annotations.NullMarked;
