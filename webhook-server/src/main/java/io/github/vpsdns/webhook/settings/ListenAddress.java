// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import java.net.InetSocketAddress;

/**
 * Where the server listens.
 *
 * @param address an address and a port; port 0 takes any that is free
 * @param speaks what is understood there
 */
public record ListenAddress(InetSocketAddress address, Speaks speaks) {
    /** What is understood at an address. */
    public enum Speaks {
        /** Plain HTTP, and TLS as well if there is a certificate: the first byte tells. */
        BOTH,
        /** Plain HTTP only. */
        PLAIN,
        /** TLS only. */
        TLS
    }
}
