// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http.client;

import java.net.InetAddress;

/**
 * Who sent a request, and how.
 *
 * @param address the connection's other end, or what a trusted proxy says
 * @param secure whether the client itself used TLS
 */
public record Client(InetAddress address, boolean secure) {}
