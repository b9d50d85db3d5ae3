// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Query;
import io.github.vpsdns.webhook.exchange.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as the protocols of this package mean it.
 *
 * @param call the request, its query and its form as one query, and without a second URL
 * @param parameters what that query says
 * @param twoUrls whether there was a second URL
 */
record Message(Call call, Query parameters, boolean twoUrls) {
    // FRITZ!Box lets one write two URLs with a space between; some models send both as one, "%20http:/" and what
    // follows included.
    private static final Pattern SECOND_URL = Pattern.compile("(?:%20|[+ ])https?:/", Pattern.CASE_INSENSITIVE);
    private static final List<String> YES = List.of("yes", "true", "1", "on");
    private static final String FORM = "application/x-www-form-urlencoded";

    static Message of(Call call) {
        String query = firstUrl(call.query());
        boolean twoUrls = query.length() < call.query().length();
        String form = isForm(call) ? new String(call.body(), StandardCharsets.UTF_8).strip() : "";
        String both = query.isEmpty() || form.isEmpty() ? query + form : query + "&" + form;
        Call whole =
                new Call(call.method(), call.path(), both, call.headers(), new byte[0], call.client(), call.secure());
        return new Message(whole, whole.parameters(), twoUrls);
    }

    private static String firstUrl(String query) {
        if (!query.contains(":/")) {
            return query;
        }
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

    boolean says(String name) {
        return parameters
                .first(name)
                .map(value -> YES.contains(value.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** Whether nothing is to be written. */
    boolean isTest() {
        return says("test");
    }

    /** Says so in the reply, for its body is the same. */
    Reply mark(Reply reply) {
        return isTest() ? reply.with("X-VpsDNS-Test", "nothing was written") : reply;
    }

    /** The entries of a list that comes once or more often, without the empty ones. */
    List<String> list(String name) {
        List<String> values = parameters.all(name);
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
