// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.InvalidValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A token of the VPS.org API. It never shows itself: {@link #toString} is {@code ***}. Immutable and thread-safe. */
public final class ApiToken {
    private static final Pattern FORM = Pattern.compile("vps_[!-~]{1,508}");

    private final String secret;

    private ApiToken(String secret) {
        this.secret = secret;
    }

    /**
     * Takes a token as the dashboard shows it.
     *
     * @param secret begins with {@code vps_}; white space around it is dropped
     * @return the token
     * @throws InvalidValueException if it is empty, has another beginning, or characters that cannot stand in a header; the
     *     message does not quote it
     */
    public static ApiToken of(String secret) {
        String trimmed = secret.strip();
        if (trimmed.isEmpty()) {
            throw new InvalidValueException("the API token is empty; expected one that begins with vps_");
        }
        if (!FORM.matcher(trimmed).matches()) {
            throw new InvalidValueException(
                    "the API token has the wrong form; expected one that begins with vps_, without spaces or line breaks");
        }
        return new ApiToken(trimmed);
    }

    /**
     * Returns the secret itself, for the one place that puts it into a header.
     *
     * @return the token's text
     */
    String reveal() {
        return secret;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiToken token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
