// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;

/** No zone of the account covers a name. */
public final class ZoneNotFoundException extends VpsDnsException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient DomainName name;
    private final transient List<DomainName> zones;

    /**
     * Creates the error.
     *
     * @param name the name
     * @param zones the account's zones
     */
    public ZoneNotFoundException(DomainName name, List<DomainName> zones) {
        super("no zone of this account covers '" + name + "'; the account has " + shown(zones), null);
        this.name = name;
        this.zones = List.copyOf(zones);
    }

    /**
     * Returns the name that no zone covers.
     *
     * @return the name
     */
    public DomainName name() {
        return name;
    }

    /**
     * Returns the zones there are.
     *
     * @return the account's zones
     */
    public List<DomainName> zones() {
        return zones;
    }

    private static String shown(List<DomainName> zones) {
        if (zones.isEmpty()) {
            return "no zones";
        }
        String some = String.join(
                ", ",
                zones.stream().sorted().limit(SHOWN).map(DomainName::toString).toList());
        return zones.size() <= SHOWN ? some : some + " and " + (zones.size() - SHOWN) + " more";
    }
}
