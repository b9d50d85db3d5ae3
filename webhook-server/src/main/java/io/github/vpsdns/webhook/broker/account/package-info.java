// SPDX-License-Identifier: Apache-2.0
/**
 * Accounts of acme-dns clients: how they are opened and who may use them, without any HTTP. {@link
 * io.github.vpsdns.webhook.broker.account.Accounts} makes passwords and verifies them, {@link
 * io.github.vpsdns.webhook.broker.account.AllowFrom} reads the networks that clients bind an account to, and a {@link
 * io.github.vpsdns.webhook.broker.account.ClientRate} bounds what strangers may try.
 */
@NullMarked
package io.github.vpsdns.webhook.broker.account;

import org.jspecify.annotations.NullMarked;
