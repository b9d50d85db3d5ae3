// SPDX-License-Identifier: Apache-2.0
/**
 * What a set-up text is made of, and how names are quoted in the languages of configuration files.
 */
@NullMarked
package io.github.vpsdns.webhook.page.setup.guide;

import org.jspecify.annotations.NullMarked;
