// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;

/**
 * A record that was changed by its id turned out to stand at another name, or to be of another type, than the plan said. The
 * plan was made of what is no longer so: what is there must be read again.
 */
public final class RecordMismatchException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient DnsRecord found;

    /**
     * Creates the error.
     *
     * @param name where the record was taken to stand
     * @param type what type it was taken to be
     * @param found the record as the API's reply shows it
     */
    public RecordMismatchException(DomainName name, RecordType type, DnsRecord found) {
        super(
                "record " + found.id() + " was changed as the " + type + " record of '" + name + "', but it is the "
                        + found.data().type() + " record of '" + found.name()
                        + "'; read what is there before anything else is changed",
                null);
        this.found = found;
    }

    /**
     * Returns the record that the call has changed.
     *
     * @return the record as the API's reply shows it
     */
    public DnsRecord found() {
        return found;
    }
}
