// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** 127.0.0.1 whatever the host's preference of families, since that is what the printed addresses say. */
final class Loopback {
    static final InetAddress ADDRESS = address();

    private Loopback() {}

    private static InetAddress address() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError("Four bytes are an address.", e);
        }
    }
}
