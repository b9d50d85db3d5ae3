// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import io.github.vpsdns.acme.caa.IssueValue.Parameter;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.RecordData;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * CAA records that let one account at one CA issue, by one kind of challenge, and nobody else (RFC 8657).
 *
 * <p>Whoever takes over a zone's traffic, but not the zone, then cannot get a certificate for it, from no CA. Immutable and
 * thread-safe.
 *
 * @param issuer the domain name by which the CA knows itself
 * @param account the account's URL
 * @param methods the challenges that may be answered, such as {@code dns-01}; at least one
 */
public record CaaPin(String issuer, URI account, List<String> methods) {
    /**
     * Copies the list.
     *
     * @throws InvalidValueException if there is no method
     */
    public CaaPin {
        methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw new InvalidValueException(
                    "a CAA record that allows no challenge forbids everything; expected one such as dns-01");
        }
    }

    /**
     * Returns the record.
     *
     * @return such as {@code 0 issue "ca.example; accounturi=https://ca.example/acct/1; validationmethods=dns-01"}
     * @throws InvalidValueException if a part cannot be written in a CAA record
     */
    public Caa record() {
        IssueValue value = IssueValue.of(
                issuer,
                new Parameter("accounturi", account.toString()),
                new Parameter("validationmethods", String.join(",", methods)));
        return new Caa(0, "issue", value.toString());
    }

    /**
     * Returns the whole set that a name is to have.
     *
     * @param existing the CAA records that it has
     * @return the record, and those of the existing ones that say nothing about who may issue, such as {@code iodef}
     * @throws InvalidValueException if a part cannot be written in a CAA record
     */
    public List<RecordData> set(Collection<? extends RecordData> existing) {
        List<RecordData> set = new ArrayList<>();
        set.add(record());
        existing.stream()
                .filter(Caa.class::isInstance)
                .map(Caa.class::cast)
                // Without issuewild, issue decides for wildcards as well (RFC 8659 section 4.3).
                .filter(one -> !one.tag().equals("issue") && !one.tag().equals("issuewild"))
                .forEach(set::add);
        return set;
    }
}
