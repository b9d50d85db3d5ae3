// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.webhook.password.PasswordHash;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns webhook hash-password} does; apart from the command, whose class is loaded for any line. */
final class HashPasswordWork {
    private static final String UNESCAPED = "&+#% ";

    private record Document(String hash, @Nullable String warning) {}

    private final Frame frame;

    HashPasswordWork(Frame frame) {
        this.frame = frame;
    }

    void run() {
        String password = new PasswordInput(frame.terminal().in()).read();
        String warning = warning(password);
        if (warning != null) {
            frame.note(warning);
        }
        String hash = PasswordHash.of(password).encoded();
        frame.result(hash, () -> new Document(hash, warning));
    }

    /** Only of what is in it, never which: others may look over a shoulder. */
    private static @Nullable String warning(String password) {
        boolean plain = password.chars().allMatch(c -> c > ' ' && c <= '~' && UNESCAPED.indexOf(c) < 0);
        return plain
                ? null
                : "The password has a character that a FRITZ!Box, and other routers, put into a URL as it is, so that the"
                        + " password may not arrive: one of & + # % and the space, or one beyond ASCII. Letters, digits"
                        + " and - _ . are safe.";
    }
}
