// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

/**
 * What it took to make a record set equal to given values.
 *
 * @param kept records that were right already
 * @param changed records that were changed in place
 * @param created records that were made
 * @param deleted records that were removed
 */
public record SetOutcome(int kept, int changed, int created, int deleted) {
    /**
     * Tells whether nothing had to be written.
     *
     * @return whether the set was right already
     */
    public boolean unchanged() {
        return changed == 0 && created == 0 && deleted == 0;
    }
}
