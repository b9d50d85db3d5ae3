// SPDX-License-Identifier: Apache-2.0
/**
 * Who may see the pages: a password at the sign-in, a cookie afterwards, or the password with every request for programs.
 */
@NullMarked
package io.github.vpsdns.webhook.page.session;

import org.jspecify.annotations.NullMarked;
