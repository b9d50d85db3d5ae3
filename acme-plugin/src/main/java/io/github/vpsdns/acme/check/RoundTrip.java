// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.acme.dns01.CleanupException;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Presentation;
import io.github.vpsdns.acme.dns01.PresentationException;
import io.github.vpsdns.acme.dns01.SolverListener;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.dns.PropagationReport.ServerState;
import io.github.vpsdns.core.name.DomainName;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Writes a value that no CA asked for, waits until all servers show it, and removes it, with the solver that certificates use. */
final class RoundTrip {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Dns01Solver solver;
    private final ApiTimes times;

    RoundTrip(Dns01Solver solver, ApiTimes times) {
        this.solver = solver;
        this.times = times;
    }

    void run(Site site, Findings findings) {
        Subject subject = new Subject.Name(site.name());
        AtomicReference<PropagationReport> last = new AtomicReference<>();
        times.clear();
        SolverListener listener = new SolverListener() {
            @Override
            public void propagation(PropagationReport report) {
                last.set(report);
                findings.listener().propagation(site.name(), report);
            }
        };
        Optional<VpsDnsException> failure =
                trip(solver.toBuilder().listener(listener).build(), site.target());
        List<ServerState> servers = last.get() == null ? List.of() : last.get().servers();
        Map<String, Duration> calls = times.slowest();
        findings.measured(new RoundTripReport(site.name(), site.target(), servers, calls));
        findings.add(
                failure.isPresent() ? failed(subject, failure.get()) : seen(subject, site.target(), servers, calls));
        failure.stream()
                .flatMap(one -> List.of(one.getSuppressed()).stream())
                .filter(CleanupException.class::isInstance)
                .map(CleanupException.class::cast)
                .forEach(left -> findings.add(failed(subject, left)));
    }

    private static Optional<VpsDnsException> trip(Dns01Solver solver, DomainName target) {
        try (Presentation presentation = solver.presentValue(target, value())) {
            presentation.awaitEverywhere();
            return Optional.empty();
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            return Optional.of(e);
        }
    }

    private static Finding failed(Subject subject, VpsDnsException reason) {
        if (reason instanceof CleanupException) {
            return new Finding(
                    subject,
                    Kind.ROUND_TRIP,
                    Severity.PROBLEM,
                    true,
                    String.valueOf(reason.getMessage()),
                    "remove it with 'vpsdns acme cleanup', and see that the token may delete");
        }
        if (reason instanceof PresentationException written
                && written.failures().values().stream().noneMatch(VpsDnsException::isTransient)) {
            return Finding.problem(
                    subject,
                    Kind.ROUND_TRIP,
                    String.valueOf(reason.getMessage()),
                    "see what the API says, and the token's permissions");
        }
        return Finding.failed(subject, Kind.ROUND_TRIP, reason);
    }

    /** As many characters as an answer to a challenge has, and as unlikely to be anybody else's. */
    private static String value() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Finding seen(
            Subject subject, DomainName target, List<ServerState> servers, Map<String, Duration> calls) {
        String message = words(target, servers, calls);
        return servers.stream().allMatch(ServerState::has)
                ? Finding.ok(subject, Kind.ROUND_TRIP, message)
                : Finding.warning(
                        subject, Kind.ROUND_TRIP, message, "see to the server that is silent; others stand in for it");
    }

    private static String words(DomainName target, List<ServerState> servers, Map<String, Duration> calls) {
        String each = servers.stream()
                .map(server -> server.server()
                        + (server.has() ? " after " + seconds(server.after()) : " not at all (" + server.last() + ")"))
                .collect(Collectors.joining(", "));
        String api = List.of("createRecord", "deleteRecord").stream()
                .flatMap(operation -> Optional.ofNullable(calls.get(operation)).stream()
                        .map(time -> (operation.startsWith("create") ? "create " : "delete ") + seconds(time)))
                .collect(Collectors.joining(", "));
        return "a value at " + target + " was seen at " + each + (api.isEmpty() ? "" : "; the API took " + api);
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
