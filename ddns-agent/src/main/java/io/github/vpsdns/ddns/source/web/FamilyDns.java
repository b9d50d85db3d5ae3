// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import io.github.vpsdns.core.address.Family;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Addresses of one family only, so that the page is asked over that family's transport. */
record FamilyDns(Family family, Dns all) implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = all.lookup(host).stream()
                .filter(address -> Family.of(address) == family)
                .toList();
        if (addresses.isEmpty()) {
            throw new NoSuchFamilyException(host, family);
        }
        return addresses;
    }

    /** A host that has addresses, of the other family only. */
    static final class NoSuchFamilyException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NoSuchFamilyException(String host, Family family) {
            super("the host '" + host + "' has no " + family + " address");
        }
    }
}
