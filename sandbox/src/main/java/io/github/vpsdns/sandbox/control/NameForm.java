// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import io.github.vpsdns.sandbox.state.OwnerName;

/**
 * In which form the API keeps and shows the {@code name} of a record. The vendor's page says which forms it takes, not which
 * one it gives back.
 */
public enum NameForm {
    /** As it was sent. */
    AS_SENT {
        @Override
        public String of(String name, String domain) {
            return name;
        }
    },
    /** Relative to the zone, {@code @} for its root. */
    RELATIVE {
        @Override
        public String of(String name, String domain) {
            String full = OwnerName.of(name, domain);
            return full.equals(domain) ? "@" : full.substring(0, full.length() - domain.length() - 1);
        }
    },
    /** The full name, without trailing dot. */
    FULL {
        @Override
        public String of(String name, String domain) {
            return OwnerName.of(name, domain);
        }
    },
    /** The full name, with trailing dot. */
    ABSOLUTE {
        @Override
        public String of(String name, String domain) {
            return OwnerName.of(name, domain) + ".";
        }
    };

    /**
     * A name in this form.
     *
     * @param name in any form the API takes, in the zone
     * @param domain the zone's name
     * @return the same name
     */
    public abstract String of(String name, String domain);
}
