// SPDX-License-Identifier: Apache-2.0
/**
 * Programs with a configuration file or a command line: clients for dynamic DNS, and ACME clients.
 */
@NullMarked
package io.github.vpsdns.webhook.page.setup.program;

import org.jspecify.annotations.NullMarked;
