// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.InvalidValueException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a database is. Prints no secret, because it has none. Immutable and thread-safe. */
public sealed interface StorePlace {
    /**
     * An SQLite file, for one server.
     *
     * @param path the file, which need not be there, nor its directory
     */
    record FilePlace(Path path) implements StorePlace {
        /**
         * Checks the path.
         *
         * @throws InvalidValueException if it has a question mark in it, where SQLite would see options
         */
        public FilePlace {
            if (path.toString().indexOf('?') >= 0) {
                throw new InvalidValueException("'" + path + "' has a '?' in it; expected a file name without");
            }
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A PostgreSQL database, for as many servers as like.
     *
     * @param jdbcUrl such as {@code jdbc:postgresql://db.example.com:5432/vpsdns?sslmode=verify-full}, with the driver's options; given
     *     without {@code jdbc:}, it is put there
     * @param user who logs in, or {@code null} for the name of the process's user
     * @param passwordFile where the password is, readable for its owner alone, or {@code null} if the server asks for none; it is read again
     *     at each connection
     */
    record ServerPlace(
            String jdbcUrl, @Nullable String user, @Nullable Path passwordFile) implements StorePlace {
        private static final Pattern SECRET = Pattern.compile("[?&](?:ssl)?password=", Pattern.CASE_INSENSITIVE);

        /**
         * Checks the URL.
         *
         * @throws InvalidValueException if it is not one of PostgreSQL, or has a user or a password in it; the URL is not repeated
         */
        public ServerPlace {
            String scheme = jdbcUrl.toLowerCase(Locale.ROOT);
            if (scheme.startsWith("postgresql:")) {
                jdbcUrl = "jdbc:" + jdbcUrl;
            } else if (!scheme.startsWith("jdbc:postgresql:")) {
                throw new InvalidValueException(
                        "the database's URL is refused; expected postgresql://HOST:PORT/DATABASE");
            }
            if (location(jdbcUrl).indexOf('@') >= 0 || SECRET.matcher(jdbcUrl).find()) {
                throw new InvalidValueException("the database's URL has a user or a password in it;"
                        + " expected postgresql://HOST:PORT/DATABASE, and the password in a file of its own");
            }
        }

        private static String location(String url) {
            int options = url.indexOf('?');
            return url.substring("jdbc:".length(), options < 0 ? url.length() : options);
        }

        /** Returns the URL without its options. */
        @Override
        public String toString() {
            return location(jdbcUrl);
        }
    }
}
