// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An issuer and parameters, as CAA records and persistent validation records write them (RFC 8659 §4.2).
 *
 * @param issuer domain of the CA, lower case; empty if no CA may issue
 * @param parameters by lower-case tag
 */
record IssueValue(String issuer, Map<String, String> parameters) {

    IssueValue {
        parameters = Map.copyOf(parameters);
    }

    /** Reads one; empty if it is not well formed or names a parameter twice. */
    static Optional<IssueValue> parse(String text) {
        String[] parts = text.split(";", -1);
        Map<String, String> parameters = new HashMap<>();
        for (int part = 1; part < parts.length; part++) {
            String[] pair = parts[part].strip().split("=", 2);
            boolean empty = pair[0].isBlank() && pair.length == 1;
            if (empty) {
                continue;
            }
            if (pair.length != 2
                    || parameters.putIfAbsent(pair[0].strip().toLowerCase(Locale.ROOT), pair[1].strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new IssueValue(parts[0].strip().toLowerCase(Locale.ROOT), parameters));
    }

    Optional<String> parameter(String tag) {
        return Optional.ofNullable(parameters.get(tag));
    }
}
