// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

/** Who answers by DNS from where a question came. */
public enum WhoamiProvider {
    /** TXT of {@code whoami.cloudflare} in class CH at 1.1.1.1 and 2606:4700:4700::1111. */
    CLOUDFLARE("cloudflare"),
    /** A and AAAA of {@code myip.opendns.com} at resolver1.opendns.com. */
    OPENDNS("opendns"),
    /** TXT of {@code o-o.myaddr.l.google.com} at ns1.google.com. */
    GOOGLE("google");

    private final String word;

    WhoamiProvider(String word) {
        this.word = word;
    }

    /**
     * Returns the name in configurations.
     *
     * @return such as {@code cloudflare}
     */
    public String word() {
        return word;
    }
}
