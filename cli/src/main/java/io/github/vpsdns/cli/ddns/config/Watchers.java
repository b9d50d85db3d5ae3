// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import io.github.vpsdns.cli.config.Notices;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who sees or is told how the agent gets on.
 *
 * @param listen where health and metrics are served, or {@code null} for nowhere
 * @param notices who is told
 */
public record Watchers(@Nullable InetSocketAddress listen, Notices notices) {}
