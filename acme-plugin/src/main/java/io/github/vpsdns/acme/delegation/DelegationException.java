// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The CNAME records at a challenge name lead nowhere: in a circle, or too far. */
public final class DelegationException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient List<DomainName> chain;

    private DelegationException(String message, Collection<DomainName> chain) {
        super(message + ": " + chain.stream().map(DomainName::toString).collect(Collectors.joining(" -> ")), null);
        this.chain = List.copyOf(chain);
    }

    /**
     * Creates the error for names that lead back to one of them.
     *
     * @param chain the names as they were followed
     * @return the error
     */
    public static DelegationException circle(Collection<DomainName> chain) {
        return new DelegationException("the CNAME records of a challenge name lead in a circle", chain);
    }

    /**
     * Creates the error for names that lead too far.
     *
     * @param hops how many are followed
     * @param chain the names as they were followed
     * @return the error
     */
    public static DelegationException tooLong(int hops, Collection<DomainName> chain) {
        return new DelegationException("a challenge name leads over more than " + hops + " CNAME records", chain);
    }

    /**
     * Returns the names as they were followed.
     *
     * @return the challenge name first
     */
    public List<DomainName> chain() {
        return chain;
    }
}
