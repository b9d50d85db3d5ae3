// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

/**
 * The words of the protocol (help.dyn.com, Return Codes), from the best to the worst. {@code !yours}, {@code !active} and
 * {@code !donator} are never said: the first would tell which names there are, the others have no meaning here.
 */
enum ReturnCode {
    NOCHG("nochg", 200),
    GOOD("good", 200),
    NOHOST("nohost", 404),
    NOTFQDN("notfqdn", 400),
    DNSERR("dnserr", 422),
    ABUSE("abuse", 429),
    NUMHOST("numhost", 400),
    BADSYS("badsys", 400),
    BADAGENT("badagent", 405),
    BADAUTH("badauth", 401),
    TROUBLE("911", 503);

    private final String word;
    private final int status;

    ReturnCode(String word, int status) {
        this.word = word;
        this.status = status;
    }

    String word() {
        return word;
    }

    /** The status for a client that goes by nothing else. */
    int status() {
        return status;
    }

    boolean isSuccess() {
        return this == GOOD || this == NOCHG;
    }

    /** Tells whether the same request may well succeed later. */
    boolean passes() {
        return this == TROUBLE || this == ABUSE || this == DNSERR;
    }

    /** Those of the whole request, which are said once however many hosts it has. */
    boolean isForAll() {
        return compareTo(NUMHOST) >= 0;
    }
}
