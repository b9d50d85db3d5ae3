// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Query;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request as the protocols of this package mean it. Thread-safe. */
final class Message {
    // FRITZ!Box lets one write two URLs with a space between; some models send both as one, "%20http:/" and what
    // follows included.
    private static final Pattern SECOND_URL = Pattern.compile("(?:%20|[+ ])https?:/", Pattern.CASE_INSENSITIVE);
    private static final List<String> YES = List.of("yes", "true", "1", "on");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Call call;
    private final boolean twoUrls;
    /** Read when somebody asks, which nobody does where the request is one that came before. */
    private @Nullable Query parameters;

    private Message(Call call, boolean twoUrls) {
        this.call = call;
        this.twoUrls = twoUrls;
    }

    static Message of(Call call) {
        if (call.body().length == 0 && !call.query().contains(":/")) {
            return new Message(call, false);
        }
        String query = firstUrl(call.query());
        boolean twoUrls = query.length() < call.query().length();
        String form = isForm(call) ? new String(call.body(), StandardCharsets.UTF_8).strip() : "";
        String both = query.isEmpty() || form.isEmpty() ? query + form : query + "&" + form;
        Call whole =
                new Call(call.method(), call.path(), both, call.headers(), new byte[0], call.client(), call.secure());
        return new Message(whole, twoUrls);
    }

    private static String firstUrl(String query) {
        Matcher second = SECOND_URL.matcher(query);
        return second.find() ? withoutBlanksAtEnd(query.substring(0, second.start())) : query;
    }

    /** By hand: a repeated group of a regular expression takes stack for each blank, and strangers may send thousands. */
    private static String withoutBlanksAtEnd(String query) {
        int end = query.length();
        while (true) {
            if (query.startsWith("%20", end - 3)) {
                end -= 3;
            } else if (end > 0 && " +".indexOf(query.charAt(end - 1)) >= 0) {
                end--;
            } else {
                return query.substring(0, end);
            }
        }
    }

    private static boolean isForm(Call call) {
        String type = call.headers().first("Content-Type").orElse(FORM);
        return call.body().length > 0 && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** The request, its query and its form as one query, and without a second URL. */
    Call call() {
        return call;
    }

    /** Whether there was a second URL. */
    boolean twoUrls() {
        return twoUrls;
    }

    /** What the query says. */
    Query parameters() {
        Query read = parameters;
        if (read == null) {
            read = call.parameters();
            parameters = read;
        }
        return read;
    }

    boolean says(String name) {
        return parameters()
                .first(name)
                .map(value -> YES.contains(value.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** Whether nothing is to be written. */
    boolean isTest() {
        return says("test");
    }

    /** The entries of a list that comes once or more often, without the empty ones. */
    List<String> list(String name) {
        List<String> values = parameters().all(name);
        return values.isEmpty()
                ? values
                : values.stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .toList();
    }

    /** What stands where the first parameter should, if it is none: DD-WRT appends the host to the path that one writes. */
    Optional<String> appended() {
        String first = call.query().split("&", 2)[0];
        return first.indexOf('=') < 0 && first.indexOf('.') > 0 ? Optional.of(first) : Optional.empty();
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
