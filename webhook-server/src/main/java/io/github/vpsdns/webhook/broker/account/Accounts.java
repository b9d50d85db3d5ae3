// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.AccountBook;
import io.github.vpsdns.webhook.store.AccountBook.Account;
import io.github.vpsdns.webhook.store.StoreException;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts of acme-dns clients. Their passwords are ours, 40 characters of 64 kinds at random: nobody guesses them, and a plain digest keeps
 * them as safe as a slow one would. Thread-safe; blocks as the book does.
 */
public final class Accounts {
    /** How many accounts there may be. */
    public static final int MOST = 10_000;

    private static final int PASSWORD_LENGTH = 40;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final AccountBook book;
    private final Timekeeper time;
    private final SecureRandom random = new SecureRandom();

    /**
     * Creates a view of the accounts.
     *
     * @param book where they are kept
     * @param time the clock for the time of registration
     */
    public Accounts(AccountBook book, Timekeeper time) {
        this.book = book;
        this.time = time;
    }

    /**
     * An account with its password, which is told this once. Prints as the account's name.
     *
     * @param account what is kept of it
     * @param password the password, which is not kept
     */
    public record Opened(Account account, String password) {
        @Override
        public String toString() {
            return account.username();
        }
    }

    /**
     * Opens an account.
     *
     * @param allowFrom from where it may be used; from everywhere if there is none
     * @param registeredBy the user who wants it, or empty
     * @return the account, or empty if there are too many
     * @throws StoreException if it cannot be kept
     */
    public synchronized Optional<Opened> open(List<Network> allowFrom, String registeredBy) {
        if (book.count() >= MOST) {
            return Optional.empty();
        }
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        Account account = new Account(
                UUID.randomUUID().toString(),
                HexFormat.of().formatHex(digest(password.toString())),
                UUID.randomUUID().toString(),
                List.copyOf(allowFrom),
                registeredBy,
                time.now());
        book.add(account);
        return Optional.of(new Opened(account, password.toString()));
    }

    /**
     * Finds the account that a client may use. One that is not there costs what a wrong password does.
     *
     * @param username the account's name, as the client gives it
     * @param password its password, as the client gives it
     * @param client from where
     * @return the account, or empty if any of the three is wrong
     * @throws StoreException if the accounts cannot be read
     */
    public Optional<Account> admit(String username, String password, InetAddress client) {
        byte[] given = digest(password);
        Optional<Account> account = book.find(username);
        byte[] kept = account.map(known -> HexFormat.of().parseHex(known.passwordDigest()))
                .orElseGet(() -> new byte[given.length]);
        boolean right = MessageDigest.isEqual(given, kept);
        return account.filter(known -> right)
                .filter(known -> known.allowFrom().isEmpty()
                        || known.allowFrom().stream().anyMatch(network -> network.contains(client)));
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
