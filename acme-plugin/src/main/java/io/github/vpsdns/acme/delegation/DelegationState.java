// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import io.github.vpsdns.core.name.DomainName;
import java.util.List;

/**
 * Where the challenges of one name lead, and where they should.
 *
 * @param name the name, without {@code *.}
 * @param challengeName where the CA begins to look
 * @param target where a CNAME record there should lead
 * @param chain the challenge name and each alias from it, as it is now; empty if that is not known
 * @param status what that amounts to
 * @param here whether the challenge name is in a zone of this account, where the record can be made
 * @param message one clause for a person, about what is there now
 */
public record DelegationState(
        DomainName name,
        DomainName challengeName,
        DomainName target,
        List<DomainName> chain,
        Status status,
        boolean here,
        String message) {
    /** Copies the list. */
    public DelegationState {
        chain = List.copyOf(chain);
    }

    /** What a delegation amounts to. */
    public enum Status {
        /** Values reach this account: by the record that should be there, or by another. */
        IN_PLACE,
        /** The zone is in this account, and no record is needed. */
        NOT_NEEDED,
        /** There is no CNAME record yet. */
        MISSING,
        /** There is one, and it leads to a name that is in no zone of this account. */
        LEADS_OUTSIDE,
        /** The CNAME records lead in a circle, or too far. */
        BROKEN,
        /** What is there cannot be found out, and trying again will not help. */
        UNKNOWN,
        /** What is there cannot be found out just now. */
        UNREACHABLE
    }

    /**
     * Returns the record that should be there, as a line of a zone file.
     *
     * @return such as {@code _acme-challenge.www.example.org. CNAME www.example.org.acme.example.com.}
     */
    public String line() {
        return challengeName.absolute() + " CNAME " + target.absolute();
    }

    /**
     * Tells whether a certificate can be had for the name.
     *
     * @return whether nothing is to be done
     */
    public boolean works() {
        return status == Status.IN_PLACE || status == Status.NOT_NEEDED;
    }

    DelegationState now(Status changed, String words, List<DomainName> seen) {
        return new DelegationState(name, challengeName, target, seen, changed, here, words);
    }
}
