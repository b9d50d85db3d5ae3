// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must stand for one name.
 *
 * @param name the name to be proven, without {@code *.}
 * @param wildcard whether it is to be proven for {@code *.} of it; such a record proves the name itself as well
 * @param issuers the CA's issuer domain names, any of which will do; the first is written. At least one
 * @param account who shall get certificates
 */
public record ProofDemand(DomainName name, boolean wildcard, List<String> issuers, ProofAccount account) {
    private static final String LABEL = "_validation-persist";

    /**
     * Copies the list, and puts the names of issuers in lower case.
     *
     * @throws InvalidValueException if there is no issuer, or the name is a wildcard itself
     */
    public ProofDemand {
        issuers =
                issuers.stream().map(issuer -> issuer.toLowerCase(Locale.ROOT)).toList();
        if (issuers.isEmpty()) {
            throw new InvalidValueException("a persistent proof needs the CA's issuer domain name, and none is given");
        }
        if (name.isWildcard()) {
            throw new InvalidValueException("'" + name + "' is a wildcard; its proof stands at the name without *.");
        }
    }

    /**
     * Returns where the CA looks.
     *
     * @return such as {@code _validation-persist.example.com}
     */
    public DomainName validationName() {
        return name.prepend(LABEL);
    }

    /**
     * Returns the name as it stands in an order.
     *
     * @return the name, with {@code *.} where it is to be proven for that
     */
    public DomainName orderName() {
        return wildcard ? name.prepend("*") : name;
    }

    /**
     * Tells whether a record is about this CA and this account, whatever it covers and however long it holds.
     *
     * @param record what stands
     * @return whether it is ours
     */
    public boolean isOurs(ProofRecord record) {
        return issuers.contains(record.issuer()) && account.isMeantBy(record.accountUri(), name);
    }

    /**
     * Tells whether a record proves the name.
     *
     * @param record what stands
     * @param time when it is to hold
     * @return whether the CA accepts it then
     */
    public boolean isMetBy(ProofRecord record, Instant time) {
        return isOurs(record) && (!wildcard || record.wildcard()) && record.holdsAt(time);
    }

    /**
     * Makes a record that meets this.
     *
     * @param until until when it holds, or {@code null} for as long as it stands
     * @return the record
     * @throws InvalidValueException if the issuer's name or the account's URI cannot be written
     */
    public ProofRecord record(@Nullable Instant until) {
        return ProofRecord.of(issuers.get(0), account.uri(name), wildcard, until);
    }

    /** Reads a TXT value; what is none of ours, or what a CA would refuse, gives nothing. */
    Optional<ProofRecord> own(String text) {
        try {
            return Optional.of(ProofRecord.parse(text)).filter(this::isOurs);
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
