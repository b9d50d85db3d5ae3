// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.net.InetAddress;
import java.util.concurrent.CompletionStage;

/** Lets whoever has the password sign in at the page for people. Thread-safe. */
@FunctionalInterface
public interface AdminDoor {
    /**
     * Verifies the password.
     *
     * @param password as it was typed
     * @param client where it comes from
     * @return completed at once if the answer is known, otherwise later by another thread
     */
    CompletionStage<SignIn> admit(String password, InetAddress client);
}
