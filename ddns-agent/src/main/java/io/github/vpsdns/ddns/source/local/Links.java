// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import java.util.List;

/** The network interfaces that have addresses, at one moment, as any operating system tells them. */
interface Links {
    /** Returns the addresses of a family in the order of the kernel: primary ones first, then secondary ones. */
    List<LocalAddress> addresses(Family family);

    /** Tells whether an interface is known to be switched off, or to have no carrier. */
    boolean isDown(String name);

    /** Tells whether an interface leads to this host only. */
    boolean isLoopback(String name);

    /** Returns the names, sorted. */
    List<String> names();
}
