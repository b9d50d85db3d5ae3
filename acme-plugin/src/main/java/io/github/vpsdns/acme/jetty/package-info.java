// SPDX-License-Identifier: Apache-2.0
/**
 * Jetty servers with certificates that change while they run.
 *
 * <p>{@link io.github.vpsdns.acme.jetty.SwitchingSslContextFactory} is the usual way: Jetty keeps its {@code SSLContext}, and the
 * next handshake shows the new certificate. {@link io.github.vpsdns.acme.jetty.ReloadingTarget} is for a server whose {@code
 * SslContextFactory} cannot be replaced.
 *
 * <p>Only this package knows Jetty, of which it needs {@code jetty-util} 12. That is an optional dependency: who uses the package
 * has Jetty.
 */
@NullMarked
package io.github.vpsdns.acme.jetty;

import org.jspecify.annotations.NullMarked;
