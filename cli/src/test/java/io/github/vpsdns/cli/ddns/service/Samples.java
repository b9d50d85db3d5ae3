// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.error.Problem;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent's status that tests change step by step. */
final class Samples {
    static final DomainName HOME = DomainName.of("home.example.com");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<AgentStatus.Address> addresses = new ArrayList<>();
    private final List<AgentStatus.Records> records = new ArrayList<>();
    private @Nullable String pause;
    private @Nullable Instant pausedUntil;
    private @Nullable Instant lastCompared = START;
    private Instant lastStep = START;

    /** One IPv4 address, published. */
    static Samples well() {
        return new Samples().address("192.0.2.1", null).records(Phase.VERIFIED, null);
    }

    Samples address(@Nullable String address, @Nullable String problem) {
        addresses.clear();
        List<InetAddress> known = address == null ? List.of() : ips(address);
        addresses.add(new AgentStatus.Address(
                Family.IPV4, List.of("interface"), known, known.isEmpty() ? null : START, problem));
        return this;
    }

    Samples records(Phase phase, @Nullable String problem) {
        records.clear();
        return more(HOME, phase, problem);
    }

    Samples more(DomainName name, Phase phase, @Nullable String problem) {
        records.add(new AgentStatus.Records(
                name,
                Family.IPV4,
                ips("192.0.2.1"),
                phase,
                START,
                problem,
                problem == null ? null : START.plusSeconds(60)));
        return this;
    }

    Samples without() {
        records.clear();
        return this;
    }

    Samples paused(@Nullable String reason, @Nullable Instant until) {
        pause = reason;
        pausedUntil = until;
        return this;
    }

    Samples compared(@Nullable Instant time) {
        lastCompared = time;
        return this;
    }

    Samples step(Instant time) {
        lastStep = time;
        return this;
    }

    AgentStatus status() {
        return new AgentStatus(addresses, records, pause, pausedUntil, lastCompared, lastStep);
    }

    static List<InetAddress> ips(String... texts) {
        return List.of(texts).stream()
                .map(text -> (text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(text))
                .toList();
    }

    /** The API's refusal with a status. */
    static Problem problem(int status) {
        return new Problem("list zones", status, null, null, "no", null, "");
    }
}
