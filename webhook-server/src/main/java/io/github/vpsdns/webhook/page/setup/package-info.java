// SPDX-License-Identifier: Apache-2.0
/**
 * What to type into which router or program, so that it keeps a host's addresses or proves its name: {@link
 * io.github.vpsdns.webhook.page.setup.SetUps} has a text for each {@link io.github.vpsdns.webhook.page.setup.Client}.
 */
@NullMarked
package io.github.vpsdns.webhook.page.setup;

import org.jspecify.annotations.NullMarked;
