// SPDX-License-Identifier: Apache-2.0
/**
 * What happens when a new certificate is in place: {@link io.github.vpsdns.acme.hook.DeployHook} runs a command of the user's,
 * under the conventions of certbot and lego, so that hooks written for them work.
 */
@NullMarked
package io.github.vpsdns.acme.hook;

import org.jspecify.annotations.NullMarked;
