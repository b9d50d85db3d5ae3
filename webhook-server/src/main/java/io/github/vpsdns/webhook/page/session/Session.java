// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Somebody who has signed in. Prints as nothing. Immutable and thread-safe.
 *
 * @param formToken what forms carry that change something, so that no other site can send them
 */
public record Session(String formToken) {
    /**
     * Tells whether a form was made for this session, in a time that does not depend on where it differs.
     *
     * @param token what the form carries
     * @return whether it is this session's
     */
    public boolean made(String token) {
        return MessageDigest.isEqual(
                formToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "session";
    }
}
