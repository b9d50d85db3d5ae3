// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.store.KnownSet.KnownRecord;
import java.net.InetAddress;
import java.util.List;

/** What the contracts of the books have to do with. */
public interface StoreContract {
    HostKey HOME = new HostKey(DomainName.of("home.example.com"), Family.IPV4);
    HostKey HOME6 = new HostKey(DomainName.of("home.example.com"), Family.IPV6);
    InetAddress ONE = Family.IPV4.parse("192.0.2.1");
    InetAddress TWO = Family.IPV4.parse("192.0.2.2");
    InetAddress SIX = Family.IPV6.parse("2001:db8::6");
    InetAddress CLIENT = Family.IPV6.parse("2001:db8::c");

    /** An empty store. */
    Store store();

    /** Its clock. */
    ManualTime time();

    /** The set as the API would show it now. */
    default KnownSet known(InetAddress... addresses) {
        return new KnownSet(
                List.of(addresses).stream()
                        .map(address -> new KnownRecord("id-of-" + Family.text(address), address, 60))
                        .toList(),
                time().now());
    }

    default Wish accept(HostKey key, InetAddress... addresses) {
        return store().hosts().accept(key, List.of(addresses), "fritzbox", CLIENT);
    }
}
