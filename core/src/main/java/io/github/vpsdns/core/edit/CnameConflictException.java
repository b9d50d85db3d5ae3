// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;

/**
 * An edit that would put a CNAME where none may be: at a zone's apex, beside other data, or beside another CNAME (RFC 1034
 * section 3.6.2, RFC 2181 section 10.1). Nothing was written.
 */
public final class CnameConflictException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient DomainName name;

    /**
     * Creates the refusal.
     *
     * @param name where the CNAME stands or was to stand
     * @param problem what is in the way and what may be done, one clause
     */
    public CnameConflictException(DomainName name, String problem) {
        super("'" + name + "' " + problem, null);
        this.name = name;
    }

    /**
     * Returns the name that the edit was about.
     *
     * @return the full name
     */
    public DomainName name() {
        return name;
    }
}
