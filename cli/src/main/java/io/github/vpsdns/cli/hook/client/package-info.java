// SPDX-License-Identifier: Apache-2.0
/**
 * The languages in which other ACME clients call a hook: {@link io.github.vpsdns.cli.hook.client.ClientCall} tells certbot, lego,
 * dehydrated and uacme apart by arguments and environment, one reader a client understands it, and {@link
 * io.github.vpsdns.cli.hook.client.ClientRequest} is what it asked for. Nothing here calls the API.
 */
@NullMarked
package io.github.vpsdns.cli.hook.client;

import org.jspecify.annotations.NullMarked;
