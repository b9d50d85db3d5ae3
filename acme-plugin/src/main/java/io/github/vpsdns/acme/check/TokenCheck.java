// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.error.ForbiddenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the API takes the token, and for which jobs its permissions are enough. */
final class TokenCheck {
    private static final Subject ACCOUNT = new Subject.Account();

    /** The vendor's page names the first, the third and the fourth; what it calls the one for changes is not known. */
    private enum Need {
        LIST("list", Set.of("dns:list"), Severity.PROBLEM, "everything"),
        CREATE("create", Set.of("dns:create"), Severity.PROBLEM, "certificates and for making records"),
        UPDATE(
                "change",
                Set.of("dns:update", "dns:edit", "dns:write"),
                Severity.WARNING,
                "changing records ('records set', dynamic addresses); certificates do without"),
        DELETE("delete", Set.of("dns:delete"), Severity.PROBLEM, "certificates, whose values are removed afterwards");

        private final String verb;
        private final Set<String> names;
        private final Severity severity;
        private final String job;

        Need(String verb, Set<String> names, Severity severity, String job) {
            this.verb = verb;
            this.names = names;
            this.severity = severity;
            this.job = job;
        }

        String permission() {
            return "dns:" + (this == UPDATE ? "update" : verb);
        }

        boolean isMet(Set<String> permissions) {
            return permissions.contains("*")
                    || permissions.contains("dns:*")
                    || names.stream().anyMatch(permissions::contains);
        }
    }

    private final VpsDnsClient client;

    TokenCheck(VpsDnsClient client) {
        this.client = client;
    }

    /** Throws what the client throws if the token is refused or the API cannot be asked. */
    List<Finding> run() {
        Optional<Set<String>> permissions = permissions();
        if (permissions.isEmpty()) {
            return List.of(Finding.ok(
                    ACCOUNT,
                    Kind.PERMISSIONS,
                    "the API does not tell what the token may do; the round trip will show"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(ACCOUNT, Kind.TOKEN_ACCEPTED, "the API accepts the token"));
        List<String> met = new ArrayList<>();
        for (Need need : Need.values()) {
            if (need.isMet(permissions.get())) {
                met.add(need.verb);
            } else {
                findings.add(missing(need));
            }
        }
        if (!met.isEmpty()) {
            findings.add(Finding.ok(ACCOUNT, Kind.PERMISSIONS, "it may " + String.join(", ", met)));
        }
        return findings;
    }

    /** The account's page wants no DNS permission, so a refusal there says nothing about DNS. */
    private Optional<Set<String>> permissions() {
        try {
            return client.tokenPermissions();
        } catch (ForbiddenException e) {
            return Optional.empty();
        }
    }

    private static Finding missing(Need need) {
        return new Finding(
                ACCOUNT,
                Kind.PERMISSION_MISSING,
                need.severity,
                false,
                "the token lacks " + need.permission() + ", needed for " + need.job,
                "give the token " + need.permission() + ", or make another one");
    }
}
