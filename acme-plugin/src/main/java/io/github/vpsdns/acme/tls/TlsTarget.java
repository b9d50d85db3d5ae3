// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

/**
 * What is given certificates to show, now and whenever there is a newer one: a {@link SwitchingKeyManager}, or whatever else
 * ends TLS connections.
 *
 * <p>Implementations are thread-safe, and quick: they hold up nobody's handshakes.
 */
@FunctionalInterface
public interface TlsTarget {
    /**
     * Puts a certificate into use, in the place of the former of its name.
     *
     * @param name what it and its successors are called
     * @param identity chain and key
     */
    void put(String name, TlsIdentity identity);
}
