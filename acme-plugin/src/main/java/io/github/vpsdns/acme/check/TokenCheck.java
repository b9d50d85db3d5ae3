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

    /** The vendor's page names three of these; what it calls the one for changes is not known, so several names will do. */
    private static final List<Need> NEEDS = List.of(
            new Need("list", List.of("dns:list"), Severity.PROBLEM, "everything"),
            new Need("create", List.of("dns:create"), Severity.PROBLEM, "certificates and for making records"),
            new Need(
                    "change",
                    List.of("dns:update", "dns:edit", "dns:write"),
                    Severity.WARNING,
                    "changing records ('records set', dynamic addresses); certificates do without"),
            new Need(
                    "delete",
                    List.of("dns:delete"),
                    Severity.PROBLEM,
                    "certificates, whose values are removed afterwards"));

    /**
     * What a job needs.
     *
     * @param verb what the token may do then
     * @param names permissions of which one is enough, the likeliest first
     * @param severity what it means if there is none
     * @param job the job
     */
    private record Need(String verb, List<String> names, Severity severity, String job) {
        String permission() {
            return names.get(0);
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
        for (Need need : NEEDS) {
            if (need.isMet(permissions.get())) {
                met.add(need.verb());
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
                need.severity(),
                false,
                "the token lacks " + need.permission() + ", needed for " + need.job(),
                "give the token " + need.permission() + ", or make another one");
    }
}
