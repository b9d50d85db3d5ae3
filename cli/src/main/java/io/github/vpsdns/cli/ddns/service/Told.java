// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in words.
 *
 * @param event a word for programs, such as {@code published}
 * @param name whose records it is about, or {@code null} if it is not about records
 * @param family which family it is about, or {@code null} if it is about none
 * @param message one sentence that does not name the subject
 * @param before the addresses before, if it is about a change
 * @param now the addresses now, if it is about addresses
 * @param nextAttempt when it is tried again, or {@code null}
 * @param error why it failed, or {@code null}
 */
record Told(
        String event,
        @Nullable DomainName name,
        @Nullable Family family,
        String message,
        List<InetAddress> before,
        List<InetAddress> now,
        @Nullable Instant nextAttempt,
        @Nullable Failure error) {

    /** About the service as a whole. */
    static Told of(String event, String message) {
        return new Told(event, null, null, message, List.of(), List.of(), null, null);
    }

    /** What it is about, such as {@code home.example.com AAAA} or {@code IPv6}; empty if about the service as a whole. */
    String subject() {
        return subject(name, family);
    }

    static String subject(@Nullable DomainName name, @Nullable Family family) {
        if (family == null) {
            return name == null ? "" : name.toString();
        }
        return name == null ? family.toString() : name + " " + family.recordType();
    }

    /** For people. */
    String line() {
        return subject().isEmpty() ? message : subject() + ": " + message;
    }
}
