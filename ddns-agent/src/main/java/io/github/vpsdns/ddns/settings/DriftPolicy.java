// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.settings;

/** What to do when somebody else has changed a record that was right. */
public enum DriftPolicy {
    /** Put it right, and say so. */
    RESTORE("restore"),
    /** Leave it until the host's address changes, and say so once. */
    LEAVE("leave"),
    /** Leave it until the host's address changes, and count it as a problem as long as it lasts. */
    REPORT("report");

    private final String word;

    DriftPolicy(String word) {
        this.word = word;
    }

    /**
     * Returns the name in configurations.
     *
     * @return such as {@code restore}
     */
    public String word() {
        return word;
    }
}
