// SPDX-License-Identifier: Apache-2.0
/**
 * What a service lets a monitoring system see: {@code /healthz}, which says in one line each what is wrong, and {@code /metrics} in
 * the formats of Prometheus. It knows nothing of what the service does.
 */
@NullMarked
package io.github.vpsdns.cli.monitor;

import org.jspecify.annotations.NullMarked;
