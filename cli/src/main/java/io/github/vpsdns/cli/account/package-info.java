// SPDX-License-Identifier: Apache-2.0
/** Accounts at CAs: {@code vpsdns acme account show|update|rollover|deactivate}. None of it needs the API. */
@NullMarked
package io.github.vpsdns.cli.account;

import org.jspecify.annotations.NullMarked;
