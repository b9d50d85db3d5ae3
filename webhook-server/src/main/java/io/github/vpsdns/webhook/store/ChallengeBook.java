// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.name.DomainName;
import java.time.Instant;
import java.util.List;

/**
 * Values of challenges that are in the zones, or may be. Blocks for as long as the database takes, and throws {@link StoreException}.
 * Thread-safe.
 */
public interface ChallengeBook {
    /**
     * One value of one owner.
     *
     * @param name where it is, the full name of the TXT record
     * @param value its text
     * @param owner who put it there
     * @param expires when it is to go
     */
    record Value(DomainName name, String value, String owner, Instant expires) {}

    /**
     * Notes a value before it is written; one that is there already gets the new end.
     *
     * @param value the value
     */
    void put(Value value);

    /**
     * Finds an owner's values at a name.
     *
     * @param name the full name
     * @param owner who put them there
     * @return the values, the oldest first
     */
    List<Value> of(DomainName name, String owner);

    /**
     * Finds all values with their owners.
     *
     * @return all of them
     */
    List<Value> all();

    /**
     * Forgets a value of one owner: it is gone, or was never written.
     *
     * @param value the value
     */
    void remove(Value value);
}
