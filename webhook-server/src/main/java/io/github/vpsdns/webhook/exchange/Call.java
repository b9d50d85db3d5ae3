// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.exchange;

import java.net.InetAddress;

/**
 * A request, as far as protocols need it. Its texts hold secrets, which is why it prints as its method and path only.
 *
 * @param method such as {@code GET}, upper case
 * @param path the decoded path, such as {@code /nic/update}
 * @param query the raw query, empty if there is none
 * @param headers the header fields
 * @param body the whole body, empty if there is none; not to be changed
 * @param client who sent it: the connection's other end, or the client that a trusted proxy names
 * @param secure whether the client sent it over TLS
 */
@SuppressWarnings("ArrayRecordComponent")
public record Call(
        String method, String path, String query, Headers headers, byte[] body, InetAddress client, boolean secure) {
    /**
     * Returns the parameters of the query.
     *
     * @return what the query says
     */
    public Query parameters() {
        return Query.parse(query);
    }

    /** Returns the method and the path, without anything that may be secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
