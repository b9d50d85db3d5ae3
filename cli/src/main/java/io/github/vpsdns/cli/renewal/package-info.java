// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates that stay valid: {@code vpsdns acme renew} for a timer, {@code run} as a service, {@code list} for people and
 * monitoring. What is wanted was stored when each was issued; options given again replace that.
 */
@NullMarked
package io.github.vpsdns.cli.renewal;

import org.jspecify.annotations.NullMarked;
