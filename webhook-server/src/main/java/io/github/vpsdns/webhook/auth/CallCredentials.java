// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Finds credentials where clients put them: in the header {@code Authorization} as {@code Basic} (RFC 7617) or {@code Bearer} (RFC
 * 6750), else in the query as cameras and disk stations do that can do no better, else in a form.
 *
 * <p>A place counts if there is anything in it, and the others are not looked at then: whoever sends a wrong header and a right query
 * is refused. A {@code Basic} field with neither name nor password is what routers send whose fields were left empty, and counts as
 * nothing; so does a scheme that is not known.
 *
 * <p>Stateless and thread-safe.
 */
public final class CallCredentials {
    private static final List<String> NAMES = List.of("username", "user", "login");
    private static final List<String> PASSWORDS = List.of("password", "pass", "passwd", "pw");
    private static final String FORM = "application/x-www-form-urlencoded";

    private CallCredentials() {}

    /**
     * Finds the credentials of a request.
     *
     * @param call the request
     * @return what it gives, in more than one reading where bytes or a plus sign can be read in more than one way, at most two; empty
     *     if it gives none. What cannot be read at all is given as credentials that nobody has
     */
    public static List<Credentials> of(Call call) {
        for (String field : call.headers().all("Authorization")) {
            Optional<List<Credentials>> given = field(field.strip());
            if (given.isPresent()) {
                return given.get();
            }
        }
        return parameters(call.parameters())
                .or(() -> isForm(call)
                        ? parameters(Query.parse(new String(call.body(), StandardCharsets.ISO_8859_1)))
                        : Optional.empty())
                .orElse(List.of());
    }

    private static Optional<List<Credentials>> field(String field) {
        int blank = field.indexOf(' ');
        String value = blank < 0 ? "" : field.substring(blank).strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.substring(0, blank).toLowerCase(Locale.ROOT)) {
            case "basic" -> {
                List<Credentials> given = UserPass.encoded(value);
                yield given.equals(UserPass.EMPTY) ? Optional.empty() : Optional.of(given);
            }
            case "bearer", "token" -> Optional.of(token(value));
            default -> Optional.empty();
        };
    }

    private static List<Credentials> token(String token) {
        return token.indexOf(':') < 0 ? UserPass.encoded(token) : List.of(UserPass.split(token));
    }

    private static Optional<List<Credentials>> parameters(Query query) {
        Optional<Credentials> spaced = named(query, Query::first);
        Optional<Credentials> literal = named(query, Query::literal);
        List<Credentials> readings =
                Stream.of(spaced, literal).flatMap(Optional::stream).distinct().toList();
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings);
    }

    private static Optional<Credentials> named(Query query, BiFunction<Query, String, Optional<String>> reading) {
        Optional<String> user = any(query, NAMES, reading);
        Optional<String> password = any(query, PASSWORDS, reading);
        if (user.isPresent() && password.isPresent()) {
            return Optional.of(new Credentials(user.get(), password.get()));
        }
        return any(query, List.of("token"), reading).map(UserPass::split);
    }

    private static Optional<String> any(
            Query query, List<String> names, BiFunction<Query, String, Optional<String>> reading) {
        return names.stream()
                .flatMap(name -> reading.apply(query, name).stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static boolean isForm(Call call) {
        return call.body().length > 0
                && call.headers()
                        .first("Content-Type")
                        .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith(FORM))
                        .isPresent();
    }
}
