// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know of a certificate.
 *
 * @param event what happened
 * @param lineage what the certificate is called here
 * @param domains the names in it
 * @param message what happened, one sentence without secrets
 * @param expires until when the certificate in place is valid, or {@code null} if there is none
 * @param nextAttempt when it is tried again, or {@code null} if that is not known
 * @param failures how often it has failed in a row; 0 when it is well again
 */
public record Notice(
        Event event,
        String lineage,
        List<String> domains,
        String message,
        @Nullable Instant expires,
        @Nullable Instant nextAttempt,
        int failures) {
    /** What happened. */
    public enum Event {
        /** No certificate was got. */
        FAILED("failed"),
        /** A certificate was got after that had failed. */
        RECOVERED("recovered"),
        /** The certificate is in place, but the deploy hook failed. */
        DEPLOY_FAILED("deploy-failed"),
        /** The deploy hook went well after it had failed. */
        DEPLOYED("deployed");

        private final String word;

        Event(String word) {
            this.word = word;
        }

        /**
         * Returns the word for programs.
         *
         * @return such as {@code failed}
         */
        public String word() {
            return word;
        }
    }

    /** Copies the names. */
    public Notice {
        domains = List.copyOf(domains);
    }
}
