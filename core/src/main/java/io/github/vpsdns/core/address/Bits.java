// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

/** Bits of addresses, counted from the left. */
final class Bits {
    private Bits() {}

    static boolean samePrefix(byte[] one, byte[] other, int length) {
        for (int bit = 0; bit < length; bit++) {
            if (isSet(one, bit) != isSet(other, bit)) {
                return false;
            }
        }
        return true;
    }

    static boolean isSet(byte[] address, int bit) {
        return (address[bit / 8] & (0x80 >> (bit % 8))) != 0;
    }
}
