// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Input;
import io.github.vpsdns.core.CancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A password off standard input: one line, or what a person types twice. Used once. */
final class PasswordInput {
    /** Longer than any router takes, and short enough that a file given by mistake is not hashed. */
    private static final int MOST_BYTES = 1024;

    private final Input input;

    PasswordInput(Input input) {
        this.input = input;
    }

    /**
     * Reads the password. Ends at once if the thread is interrupted, which reading itself does not heed.
     *
     * @throws UsageException if there is none, or it cannot be one
     */
    String read() {
        FutureTask<String> reading = new FutureTask<>(() -> input.isTerminal() ? typed() : line());
        Thread thread = new Thread(reading, "vpsdns-input");
        thread.setDaemon(true);
        thread.start();
        try {
            return checked(reading.get());
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("reading the password", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            if (e.getCause() instanceof IOException reason) {
                throw new UncheckedIOException("standard input cannot be read: " + reason.getMessage(), reason);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private String typed() {
        String first = ask("Password: ");
        if (!first.equals(ask("The same again: "))) {
            throw new UsageException("the two passwords differ; try again");
        }
        return first;
    }

    private String ask(String prompt) {
        return input.ask(prompt)
                .orElseThrow(
                        () -> new UsageException("no password was typed; expected one, at a terminal that is standard"
                                + " output as well, or one line from a pipe"));
    }

    private String line() throws IOException {
        byte[] bytes = input.stream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UsageException(
                    "standard input has more than " + MOST_BYTES + " bytes; expected one line with the" + " password");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replaceFirst("\r?\n\\z", "");
        } catch (CharacterCodingException e) {
            throw new UsageException("standard input is not UTF-8 text; expected one line with the password");
        }
    }

    private static String checked(String password) {
        if (password.isEmpty()) {
            throw new UsageException("the password is empty; expected one line on standard input");
        }
        if (password.indexOf('\n') >= 0) {
            throw new UsageException("there is more than one line on standard input; expected the password alone");
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException("the password has a control character in it, such as a tab; expected others");
        }
        return password;
    }
}
