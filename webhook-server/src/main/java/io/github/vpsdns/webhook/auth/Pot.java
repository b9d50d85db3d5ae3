// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Network;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What failures are counted for. Immutable. */
sealed interface Pot {
    /**
     * An account, as far as it is tried from a place where it has logged in, or from all other places if {@code from} is {@code null}.
     */
    record OfAccount(String name, @Nullable Network from) implements Pot {
        @Override
        public String subject() {
            return USER + name + (from == null ? "" : FROM + Origins.text(from));
        }
    }

    /** An address, whatever accounts it tries. */
    record OfAddress(Network origin) implements Pot {
        @Override
        public String subject() {
            return ADDRESS + Origins.text(origin);
        }
    }

    /** A name that is no account. All have one line in the book, so that they cost as much as an account does. */
    record OfNobody(Fingerprint name) implements Pot {
        @Override
        public String subject() {
            return "nobody";
        }
    }

    String USER = "user ";
    /** No name has a colon in it. */
    String FROM = ": from ";

    String ADDRESS = "address ";

    /** What people and the book call it. */
    String subject();

    /** Reads what {@link #subject()} returns for an account or an address; empty for all else. */
    static Optional<Pot> parse(String subject) {
        try {
            if (subject.startsWith(ADDRESS)) {
                return Optional.of(new OfAddress(Network.of(subject.substring(ADDRESS.length()))));
            }
            if (!subject.startsWith(USER)) {
                return Optional.empty();
            }
            int from = subject.indexOf(FROM);
            return Optional.of(
                    from < 0
                            ? new OfAccount(subject.substring(USER.length()), null)
                            : new OfAccount(
                                    subject.substring(USER.length(), from),
                                    Network.of(subject.substring(from + FROM.length()))));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
