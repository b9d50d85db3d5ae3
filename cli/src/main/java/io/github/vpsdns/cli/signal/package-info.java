// SPDX-License-Identifier: Apache-2.0
/**
 * Signals that mean something else to a service than the end. SIGINT and SIGTERM are no matter of this package: they interrupt the
 * command.
 */
@NullMarked
package io.github.vpsdns.cli.signal;

import org.jspecify.annotations.NullMarked;
