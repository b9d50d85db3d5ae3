// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.zonefile.internal.Escapes;
import java.nio.charset.StandardCharsets;

/** Comments in zone files; what somebody wrote into a record must not end the line and become one of its own. */
final class CommentText {
    private CommentText() {}

    static String of(String text) {
        StringBuilder comment = new StringBuilder(";");
        if (!text.isEmpty()) {
            comment.append(' ');
        }
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= ' ' && octet <= '~') {
                comment.append((char) octet);
            } else {
                Escapes.number(comment, octet & 0xff);
            }
        }
        return comment.toString();
    }
}
