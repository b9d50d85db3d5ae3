// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.testing;

import io.github.vpsdns.core.testing.secrecy.Secrets;
import java.util.List;
import java.util.function.Predicate;

/** What a command said, none of which may be a secret but for what it is there to say. */
public final class Said {
    private Said() {}

    /** Fails if a command showed a secret. */
    public static void requireNoSecrets(List<String> arguments, String out, String err) {
        Secrets.requireNone("standard output of 'vpsdns " + String.join(" ", arguments) + "'", out, meant(arguments));
        Secrets.requireNone("standard error of 'vpsdns " + String.join(" ", arguments) + "'", err);
    }

    /** The sandbox tells its own token to whoever started it, and a password is hashed to be shown. */
    private static Predicate<String> meant(List<String> arguments) {
        if (arguments.contains("sandbox")) {
            return line -> line.startsWith("export VPS_API_TOKEN=") || line.startsWith("{\"api_url\":");
        }
        return arguments.contains("hash-password")
                ? line -> line.startsWith("$argon2id$") || line.startsWith("{\"hash\":\"$argon2id$")
                : line -> false;
    }
}
