// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Lets users in. Thread-safe. */
@FunctionalInterface
public interface Doorkeeper {
    /**
     * Verifies credentials.
     *
     * @param alternatives one reading of what the client sent, or several where it can be read in more than one way; they count as
     *     one try
     * @param client where it comes from
     * @return completed at once if the answer is known, otherwise later by another thread
     */
    CompletionStage<Admission> admit(List<Credentials> alternatives, InetAddress client);
}
