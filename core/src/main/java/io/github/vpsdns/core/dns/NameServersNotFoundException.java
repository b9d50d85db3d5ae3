// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;

/** The name servers of a zone could not be found: the message says what was asked, of whom, and what came. */
public final class NameServersNotFoundException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient DomainName name;
    private final boolean passing;

    /**
     * Creates the error.
     *
     * @param name the zone, or the name whose zone was looked for
     * @param came what was asked, of whom, and what came, as a clause
     * @param passing whether the reason may pass by itself, as an outage does and a missing delegation does not
     */
    public NameServersNotFoundException(DomainName name, String came, boolean passing) {
        super("the name servers for '" + name + "' cannot be found: " + came, null);
        this.name = name;
        this.passing = passing;
    }

    /**
     * Returns what the servers were looked for.
     *
     * @return the zone, or the name whose zone was looked for
     */
    public DomainName name() {
        return name;
    }

    @Override
    public boolean isTransient() {
        return passing;
    }
}
