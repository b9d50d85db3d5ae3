// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.dns.Answer;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.dns.NameServer;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether all addresses of a zone's servers answer for it, with the same version of it.
 *
 * <p>One that is silent does not keep a certificate from being issued, for CAs ask another one then, and so do we. One that
 * answers and does not know the zone does.
 */
final class ServersCheck {
    private static final RecordType SOA = RecordType.of("SOA");

    private final Subject subject;
    private final AuthoritativeZone zone;
    private final boolean serversGiven;
    private final List<Finding> findings = new ArrayList<>();

    ServersCheck(Subject subject, AuthoritativeZone zone, boolean serversGiven) {
        this.subject = subject;
        this.zone = zone;
        this.serversGiven = serversGiven;
    }

    List<Finding> run() {
        Map<NameServer, String> serials = new LinkedHashMap<>();
        Map<NameServer, String> silent = new LinkedHashMap<>();
        zone.lookup(zone.apex(), SOA).forEach((server, answer) -> {
            if (answer instanceof Answer.Data data) {
                serials.put(server, serial(data.data().get(0).value()));
            } else if (answer instanceof Answer.Failed failed && failed.silent()) {
                silent.put(server, failed.reason());
            } else {
                findings.add(Finding.problem(
                        subject,
                        Kind.NAME_SERVERS,
                        server + " does not answer for the zone: " + words(answer),
                        "have it serve the zone, or take it out of the delegation"));
            }
        });
        judgeSilent(silent, serials.isEmpty() && findings.isEmpty());
        judgeSerials(serials);
        if (!serversGiven && !serials.isEmpty()) {
            compareHosts();
        }
        return findings;
    }

    private void judgeSilent(Map<NameServer, String> silent, boolean allAre) {
        silent.forEach((server, reason) -> findings.add(new Finding(
                subject,
                Kind.NAME_SERVERS,
                allAre ? Severity.PROBLEM : Severity.WARNING,
                allAre,
                server + " does not answer (" + reason + ")",
                "see whether port 53 is blocked on the way (UDP and TCP), or the server is down")));
    }

    private void judgeSerials(Map<NameServer, String> serials) {
        if (serials.isEmpty()) {
            return;
        }
        Set<String> versions = new TreeSet<>(serials.values());
        if (findings.isEmpty()) {
            String all =
                    serials.size() == 1 ? "the one address answers" : "all " + serials.size() + " addresses answer";
            findings.add(Finding.ok(subject, Kind.NAME_SERVERS, all + " for the zone"));
        }
        if (versions.size() == 1) {
            findings.add(Finding.ok(subject, Kind.SERIALS, "the zone's serial is " + String.join(", ", versions)));
        } else {
            findings.add(Finding.warning(
                    subject,
                    Kind.SERIALS,
                    "the servers have different versions of the zone: "
                            + serials.entrySet().stream()
                                    .map(one -> one.getKey() + " has serial " + one.getValue())
                                    .collect(Collectors.joining(", ")),
                    "nothing, if it was changed just now; otherwise one no longer follows"));
        }
    }

    /** What the zone says of itself against whom the zone above delegates to. */
    private void compareHosts() {
        Set<DomainName> own = new TreeSet<>();
        zone.lookup(zone.apex(), RecordType.NS).values().forEach(answer -> {
            if (answer instanceof Answer.Data data) {
                data.data().stream()
                        .filter(Ns.class::isInstance)
                        .map(ns -> ((Ns) ns).host())
                        .forEach(own::add);
            }
        });
        Set<DomainName> delegated = DelegationCheck.hosts(zone);
        if (!own.isEmpty() && !own.equals(delegated)) {
            findings.add(
                    Finding.warning(
                            subject,
                            Kind.DELEGATION,
                            "the zone names " + DelegationCheck.list(own) + " for its servers, public DNS leads to "
                                    + DelegationCheck.list(delegated),
                            "make both the same, unless the difference is a server without an address that this host can reach"));
        }
    }

    /** The third field (RFC 1035 section 3.3.13). */
    private static String serial(String soa) {
        String[] fields = soa.trim().split("\\s+", -1);
        return fields.length > 2 ? fields[2] : soa;
    }

    private static String words(Answer answer) {
        return answer instanceof Answer.Failed failed ? failed.reason() : "it has no SOA record of it";
    }
}
