// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

/** What to do where the API has other addresses than the client's last update. */
public enum DriftPolicy {
    /** Write them again. */
    RESTORE("restore"),
    /** Leave what is there until the next update, which is written then even if the address is the same. */
    LEAVE("leave");

    private final String word;

    DriftPolicy(String word) {
        this.word = word;
    }

    /**
     * Returns the policy's name in configurations.
     *
     * @return such as {@code restore}
     */
    public String word() {
        return word;
    }
}
