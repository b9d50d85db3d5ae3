// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.core.command.UserCommand;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.List;

/** A way to a person or a program. Thread-safe. */
@FunctionalInterface
public interface Channel {
    /**
     * Sends a notice, within a time limit of its own.
     *
     * @param notice what to tell
     * @throws RuntimeException if it did not arrive; the message says why and shows no secret
     */
    void send(Notice notice);

    /**
     * Tells a webhook, which is sent the notice's document.
     *
     * @param url where it is
     * @param time the clock
     * @return the way
     */
    static Channel webhook(SecretUrl url, Timekeeper time) {
        return new WebhookChannel(url, time);
    }

    /**
     * Tells a command, which finds the notice in its environment.
     *
     * @param role what it is for, such as {@code notify command}; for messages
     * @param line a line for the shell
     * @return the way
     * @throws io.github.vpsdns.core.InvalidValueException if the line is blank
     */
    static Channel command(String role, String line) {
        return new CommandChannel(UserCommand.shell(role, line, CommandChannel.LIMIT));
    }

    /**
     * Tells a program, which finds the notice in its environment.
     *
     * @param role what it is for, such as {@code on-change command}; for messages
     * @param argv the program and its arguments, which no shell reads
     * @return the way
     * @throws io.github.vpsdns.core.InvalidValueException if there is no program
     */
    static Channel command(String role, List<String> argv) {
        return new CommandChannel(UserCommand.program(role, argv, CommandChannel.LIMIT));
    }
}
