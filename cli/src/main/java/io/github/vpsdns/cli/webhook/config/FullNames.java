// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.settings.HostPattern;
import java.util.List;

/** Names as they stand in configurations: in full, with at least two labels. Stateless. */
final class FullNames {
    private static final int LONGEST = 1000;
    private static final String CHALLENGE = "_acme-challenge.";

    /** One host, such as {@code home.example.com}. */
    static final Scalar<DomainName> NAME =
            Scalar.text(LONGEST, "a full name such as home.example.com").to(text -> plain(DomainName.of(text)));

    /** What a certificate may be for. */
    static final Scalar<DomainName> NAME_OR_WILDCARD =
            Scalar.text(LONGEST, "a full name such as dyn.example.com").to(text -> full(DomainName.of(text)));

    /** One host, or all below a name. */
    static final Scalar<HostPattern> PATTERN = Scalar.text(
                    LONGEST, "a full name such as home.example.com, or *.dyn.example.com for all below one")
            .to(FullNames::pattern);

    /** A name for which, and below which, challenges are answered. */
    static final Scalar<DomainName> SCOPE =
            Scalar.text(LONGEST, "a full name such as home.example.com").to(FullNames::scope);

    private FullNames() {}

    private static HostPattern pattern(String text) {
        HostPattern pattern = HostPattern.of(text);
        plain(pattern.name());
        return pattern;
    }

    private static DomainName scope(String text) {
        DomainName name = DomainName.of(text);
        if (name.isWildcard()) {
            throw new InvalidValueException(
                    "'" + name + "' is more than it takes: a scope holds all names below it, and"
                            + " wildcards; expected '" + name.parent() + "'");
        }
        if (name.toString().startsWith(CHALLENGE)) {
            throw new InvalidValueException("'" + name + "' is where a challenge is answered; expected the name that"
                    + " the certificate is for, '" + name.toString().substring(CHALLENGE.length()) + "'");
        }
        return full(name);
    }

    private static DomainName plain(DomainName name) {
        if (name.isWildcard()) {
            throw new InvalidValueException(
                    "'" + name + "' is a wildcard; expected a full name such as" + " home.example.com");
        }
        return full(name);
    }

    private static DomainName full(DomainName name) {
        List<String> labels = name.labels();
        String last = labels.isEmpty() ? "" : labels.get(labels.size() - 1);
        if (labels.size() < 2 || last.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException("'" + name + "' is not a full name; expected one such as home.example.com");
        }
        return name;
    }
}
