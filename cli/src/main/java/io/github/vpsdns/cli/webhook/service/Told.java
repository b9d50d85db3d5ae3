// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in words.
 *
 * @param event a word for programs, such as {@code changed}
 * @param subject what it is about, such as {@code home.example.com IPv4}; empty if about the server as a whole
 * @param message one sentence that does not name the subject
 * @param user who wanted it, or {@code null}
 * @param client from where, or {@code null}
 * @param before the addresses before, if it is about a change
 * @param now the addresses now, if it is about addresses
 * @param until until when, or {@code null}
 */
record Told(
        String event,
        String subject,
        String message,
        @Nullable String user,
        @Nullable String client,
        List<InetAddress> before,
        List<InetAddress> now,
        @Nullable Instant until) {

    /** About the server as a whole. */
    static Told of(String event, String message) {
        return about("", event, message);
    }

    static Told about(Object subject, String event, String message) {
        return new Told(event, subject.toString(), message, null, null, List.of(), List.of(), null);
    }

    Told by(@Nullable String who, @Nullable String where) {
        return new Told(event, subject, message, who, where, before, now, until);
    }

    Told until(@Nullable Instant end) {
        return new Told(event, subject, message, user, client, before, now, end);
    }

    Told addresses(@Nullable List<InetAddress> former, List<InetAddress> present) {
        return new Told(event, subject, message, user, client, former == null ? List.of() : former, present, until);
    }

    /** For people. */
    String line() {
        return subject.isEmpty() ? message : subject + ": " + message;
    }

    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
