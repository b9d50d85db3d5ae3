// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.report;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.HostKey;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened. None holds a secret; texts that a client made up are said to be so. */
public sealed interface WebhookEvent {
    /**
     * The API has accepted other addresses.
     *
     * @param key of which set
     * @param before what it said before, or {@code null} if that was not known
     * @param now what it says
     * @param user who wanted it
     * @param client from where
     */
    record Changed(HostKey key, @Nullable List<InetAddress> before, List<InetAddress> now, String user, String client)
            implements WebhookEvent {}

    /**
     * A set cannot be written now; it is tried again.
     *
     * @param key which set
     * @param reason one sentence
     * @param again when
     */
    record Delayed(HostKey key, String reason, Instant again) implements WebhookEvent {}

    /**
     * A set cannot be written as things are, and is not tried again before a client asks for it.
     *
     * @param key which set
     * @param reason one sentence
     */
    record GivenUp(HostKey key, String reason) implements WebhookEvent {}

    /**
     * The API has other addresses than the last update.
     *
     * @param key of which set
     * @param expected what was written
     * @param found what is there
     * @param restored whether it is being written again
     */
    record Drifted(HostKey key, List<InetAddress> expected, List<InetAddress> found, boolean restored)
            implements WebhookEvent {}

    /**
     * No calls of the API are made for now.
     *
     * @param problem one sentence
     * @param until when it is tried again, or {@code null} if it needs other credentials
     */
    record ApiClosed(String problem, @Nullable Instant until) implements WebhookEvent {}

    /** The API is called again. */
    record ApiOpened() implements WebhookEvent {}

    /**
     * Somebody was not let in.
     *
     * @param user the user that is meant, or {@code null} if there is no such user
     * @param client from where
     * @param reason one sentence
     */
    record Denied(@Nullable String user, InetAddress client, String reason) implements WebhookEvent {}

    /**
     * Somebody is locked out.
     *
     * @param subject a user or an address
     * @param until when it ends
     */
    record LockedOut(String subject, Instant until) implements WebhookEvent {}

    /**
     * A user asked for something that is not theirs, or not possible.
     *
     * @param user who
     * @param client from where
     * @param what what was refused and why, one sentence
     */
    record Refused(String user, InetAddress client, String what) implements WebhookEvent {}

    /**
     * A challenge value is in its zone.
     *
     * @param name where
     * @param user who wanted it
     */
    record Presented(DomainName name, String user) implements WebhookEvent {}

    /**
     * A challenge value is gone.
     *
     * @param name where it was
     * @param user who had wanted it
     * @param expired whether nobody took it away in time
     */
    record Withdrawn(DomainName name, String user, boolean expired) implements WebhookEvent {}

    /**
     * A challenge value could not be written or removed.
     *
     * @param name where
     * @param user who wanted it
     * @param reason one sentence
     */
    record ChallengeFailed(DomainName name, String user, String reason) implements WebhookEvent {}

    /**
     * A request that is no HTTP, or too much of it.
     *
     * @param client from where
     * @param reason one sentence, and what to do about it
     */
    record BadRequest(InetAddress client, String reason) implements WebhookEvent {}

    /**
     * A request was answered.
     *
     * @param client from where
     * @param method its method
     * @param path its path, as long as it is one of the server's own; {@code null} otherwise
     * @param user who was let in, or {@code null}
     * @param secure whether it came over TLS
     * @param status the HTTP status of the reply
     * @param nanos how long it took
     */
    record Answered(
            InetAddress client,
            String method,
            @Nullable String path,
            @Nullable String user,
            boolean secure,
            int status,
            long nanos)
            implements WebhookEvent {}

    /**
     * The database cannot be used.
     *
     * @param problem one sentence
     */
    record StoreFailed(String problem) implements WebhookEvent {}

    /** The database can be used again. */
    record StoreWell() implements WebhookEvent {}

    /**
     * The server's own certificate was read or got.
     *
     * @param notAfter when it ends
     */
    record CertificateShown(Instant notAfter) implements WebhookEvent {}

    /**
     * The server's own certificate cannot be read or got; the former one goes on.
     *
     * @param reason one sentence
     */
    record CertificateFailed(String reason) implements WebhookEvent {}
}
