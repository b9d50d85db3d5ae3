// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.notify.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know of a certificate.
 *
 * @param kind what happened
 * @param lineage what the certificate is called here
 * @param domains the names in it
 * @param message what happened, one sentence without secrets
 * @param expires until when the certificate in place is valid, or {@code null} if there is none
 * @param nextAttempt when it is tried again, or {@code null} if that is not known
 * @param failures how often it has failed in a row; 0 when it is well again
 */
record CertificateNotice(
        Event kind,
        String lineage,
        List<String> domains,
        String message,
        @Nullable Instant expires,
        @Nullable Instant nextAttempt,
        int failures)
        implements Notice {
    /** What happened. */
    enum Event {
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
    }

    private record Document(
            String text,
            String event,
            String lineage,
            List<String> domains,
            String message,
            @Nullable Instant expires,
            @Nullable Instant nextAttempt,
            int failures) {}

    /** Copies the names. */
    CertificateNotice {
        domains = List.copyOf(domains);
    }

    @Override
    public String subject() {
        return lineage;
    }

    @Override
    public String event() {
        return kind.word;
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "VPSDNS_LINEAGE",
                lineage,
                "VPSDNS_DOMAINS",
                String.join(" ", domains),
                "VPSDNS_EXPIRES",
                expires == null ? "" : expires.toString(),
                "VPSDNS_NEXT_ATTEMPT",
                nextAttempt == null ? "" : nextAttempt.toString(),
                "VPSDNS_FAILURES",
                String.valueOf(failures));
    }

    @Override
    public Object document() {
        return new Document(text(), event(), lineage, domains, message, expires, nextAttempt, failures);
    }
}
