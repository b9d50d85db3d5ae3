// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.sandbox.acme.model.ChallengeType;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a CA shall be; every setting has a default.
 *
 * <p>Not thread-safe.
 */
public final class AcmeCaBuilder {
    private static final int LARGEST_PORT = 65_535;

    int port;
    boolean tls;
    Supplier<List<InetSocketAddress>> resolver = List::of;
    Clock clock = Clock.systemUTC();
    Map<String, String> externalAccounts = Map.of();
    int badNoncePercent;
    long seed;
    Duration dnsTimeout = Duration.ofSeconds(5);

    private Map<String, Duration> profiles = defaultProfiles();
    private Set<ChallengeType> challengeTypes = EnumSet.of(ChallengeType.DNS_01, ChallengeType.DNS_ACCOUNT_01);
    private Set<String> refusedDomains = Set.of();
    private boolean checkCaa = true;
    private Duration orderLifetime = Duration.ofHours(8);
    private Duration pendingLifetime = Duration.ofHours(1);
    private Duration authorizationLifetime = Duration.ofDays(10);
    private boolean reuseAuthorizations;
    private boolean reusePending;
    private Duration validationDelay = Duration.ZERO;
    private Duration issuingDelay = Duration.ZERO;
    private Duration patience = Duration.ofMillis(250);
    private Duration pollInterval = Duration.ofSeconds(1);
    private boolean pollAsDate;

    AcmeCaBuilder() {}

    /**
     * Where to listen on the loopback; 0, the default, for any free port.
     *
     * @throws IllegalArgumentException if not 0 to 65535
     */
    public AcmeCaBuilder port(int newPort) {
        if (newPort < 0 || newPort > LARGEST_PORT) {
            throw new IllegalArgumentException("port is " + newPort + ", must be 0 to " + LARGEST_PORT);
        }
        port = newPort;
        return this;
    }

    /** Whether to serve https, with a certificate of {@link AcmeCa#tlsAuthority()}; by default it is plain http. */
    public AcmeCaBuilder tls(boolean newTls) {
        tls = newTls;
        return this;
    }

    /**
     * The name servers to be asked for challenges, supplied anew for each. All of them must show the value, so that one
     * that lags fails the challenge. By default there is none, and every challenge fails.
     */
    public AcmeCaBuilder resolver(Supplier<List<InetSocketAddress>> nameServers) {
        resolver = requireNonNull(nameServers, "nameServers");
        return this;
    }

    /** How long a name server may take to answer; by default 5 s. */
    public AcmeCaBuilder dnsTimeout(Duration timeout) {
        dnsTimeout = requireNonNull(timeout, "timeout");
        return this;
    }

    /** Tells the time by which things are issued and expire; by default the system's. */
    public AcmeCaBuilder clock(Clock newClock) {
        clock = requireNonNull(newClock, "newClock");
        return this;
    }

    /**
     * Lifetime of certificates by profile; by default {@code classic} 90 d, {@code tlsserver} 45 d, {@code shortlived}
     * 160 h. Who names no profile gets {@code classic}, or the first one.
     *
     * @throws IllegalArgumentException if there is no profile at all
     */
    public AcmeCaBuilder profiles(Map<String, Duration> lifetimes) {
        if (lifetimes.isEmpty()) {
            throw new IllegalArgumentException("there is no profile, there must be at least one");
        }
        profiles = new LinkedHashMap<>(lifetimes);
        return this;
    }

    /** External accounts: base64url MAC key by key identifier. If there are any, new accounts must be bound to one. */
    public AcmeCaBuilder externalAccounts(Map<String, String> macKeys) {
        externalAccounts = Map.copyOf(macKeys);
        return this;
    }

    /**
     * Of a hundred good nonces, how many are refused all the same; by default 0.
     *
     * @throws IllegalArgumentException if not 0 to 100
     */
    public AcmeCaBuilder badNoncePercent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("bad nonces are " + percent + " %, must be 0 to 100");
        }
        badNoncePercent = percent;
        return this;
    }

    /** Makes the choice of refused nonces repeatable; by default 0. */
    public AcmeCaBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** The challenges offered; by default dns-01 and dns-account-01. */
    public AcmeCaBuilder challenges(ChallengeType first, ChallengeType... more) {
        challengeTypes = EnumSet.of(first, more);
        return this;
    }

    /**
     * Whether CAA records that name other issuers than {@code sandbox-ca.test} forbid to issue, as at public CAs (RFC
     * 8659, RFC 8657); by default they do. Names the name servers refuse to tell of have no such records.
     */
    public AcmeCaBuilder checkCaa(boolean check) {
        checkCaa = check;
        return this;
    }

    /** Domains for which, and below which, orders are refused as {@code rejectedIdentifier}; by default none. */
    public AcmeCaBuilder refuse(String... domains) {
        refusedDomains = Set.of(domains);
        return this;
    }

    /** Whether a proven authorization serves later orders too; by default not. */
    public AcmeCaBuilder authorizationReuse(boolean reuse) {
        reuseAuthorizations = reuse;
        return this;
    }

    /** Whether a pending authorization serves later orders too, so that its value stays the same; by default not. */
    public AcmeCaBuilder pendingAuthorizationReuse(boolean reuse) {
        reusePending = reuse;
        return this;
    }

    /** After what time an order that is not fulfilled is invalid; by default 8 h. */
    public AcmeCaBuilder orderLifetime(Duration lifetime) {
        orderLifetime = requireNonNull(lifetime, "lifetime");
        return this;
    }

    /** After what time an authorization that is not proven expires; by default 1 h. */
    public AcmeCaBuilder pendingAuthorizationLifetime(Duration lifetime) {
        pendingLifetime = requireNonNull(lifetime, "lifetime");
        return this;
    }

    /** After what time a proven authorization expires; by default 10 d. */
    public AcmeCaBuilder authorizationLifetime(Duration lifetime) {
        authorizationLifetime = requireNonNull(lifetime, "lifetime");
        return this;
    }

    /** Real time between a trigger and the look-up; by default none. */
    public AcmeCaBuilder validationDelay(Duration delay) {
        validationDelay = requireNonNull(delay, "delay");
        return this;
    }

    /** Real time between finalization and the certificate; by default none. */
    public AcmeCaBuilder issuingDelay(Duration delay) {
        issuingDelay = requireNonNull(delay, "delay");
        return this;
    }

    /**
     * How long the answer to a trigger or finalization waits for the outcome, so that a quick one is told at once and
     * tests need not poll; by default 250 ms. Zero makes clients poll nearly always.
     */
    public AcmeCaBuilder patience(Duration newPatience) {
        patience = requireNonNull(newPatience, "newPatience");
        return this;
    }

    /** What {@code Retry-After} tells clients that wait; by default 1 s. */
    public AcmeCaBuilder pollInterval(Duration interval) {
        pollInterval = requireNonNull(interval, "interval");
        return this;
    }

    /** Whether {@code Retry-After} is an HTTP date, by the CA's clock, in place of seconds; by default not. */
    public AcmeCaBuilder pollIntervalAsDate(boolean asDate) {
        pollAsDate = asDate;
        return this;
    }

    /**
     * Starts the CA.
     *
     * @throws java.io.UncheckedIOException if the port cannot be had
     * @throws IllegalArgumentException if the key of an external account is not base64url
     */
    public AcmeCa start() {
        return new AcmeCa(this);
    }

    Settings settings() {
        return new Settings(
                profiles,
                List.copyOf(challengeTypes),
                refusedDomains,
                checkCaa,
                orderLifetime,
                pendingLifetime,
                authorizationLifetime,
                reuseAuthorizations,
                reusePending,
                validationDelay,
                issuingDelay,
                patience,
                pollInterval,
                pollAsDate);
    }

    private static Map<String, Duration> defaultProfiles() {
        Map<String, Duration> lifetimes = new LinkedHashMap<>();
        lifetimes.put("classic", Duration.ofDays(90));
        lifetimes.put("tlsserver", Duration.ofDays(45));
        lifetimes.put("shortlived", Duration.ofHours(160));
        return lifetimes;
    }
}
