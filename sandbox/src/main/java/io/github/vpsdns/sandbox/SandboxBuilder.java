// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox;

import io.github.vpsdns.sandbox.acme.AcmeCa;
import io.github.vpsdns.sandbox.acme.AcmeCaBuilder;
import io.github.vpsdns.sandbox.admin.AdminHandler;
import io.github.vpsdns.sandbox.api.ApiServer;
import io.github.vpsdns.sandbox.bind.BindFeed;
import io.github.vpsdns.sandbox.bind.BindTarget;
import io.github.vpsdns.sandbox.control.CallLog;
import io.github.vpsdns.sandbox.control.Faults;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.control.Listing;
import io.github.vpsdns.sandbox.dns.SandboxDns;
import io.github.vpsdns.sandbox.state.SandboxState;
import io.github.vpsdns.sandbox.state.SandboxZones;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link Sandbox}.
 *
 * <p>Not thread-safe.
 */
public final class SandboxBuilder {
    private final List<String> zones = new ArrayList<>();
    private final List<BindTarget> bindTargets = new ArrayList<>();
    private int apiPort;
    private int dnsPort;
    private int acmePort;
    private int nameServers = 1;
    private boolean withDns = true;
    private boolean withAcme = true;
    private UnaryOperator<AcmeCaBuilder> acme = ca -> ca;
    private boolean refuseDuplicates;
    private @Nullable Path stateFile;
    private ListShape listShape = ListShape.ARRAY;
    private int pageSize = 50;
    private Clock clock = Clock.systemUTC();

    SandboxBuilder() {}

    /**
     * Sets the port of the API.
     *
     * @param port 0, the default, for any that is free
     * @return this
     */
    public SandboxBuilder apiPort(int port) {
        apiPort = port;
        return this;
    }

    /**
     * Sets the port of the first name server; the others take the following ones.
     *
     * @param port 0, the default, for any that are free
     * @return this
     */
    public SandboxBuilder dnsPort(int port) {
        dnsPort = port;
        return this;
    }

    /**
     * Sets the port of the certificate authority.
     *
     * @param port 0, the default, for any that is free
     * @return this
     */
    public SandboxBuilder acmePort(int port) {
        acmePort = port;
        return this;
    }

    /**
     * Starts no certificate authority.
     *
     * @return this
     */
    public SandboxBuilder withoutAcme() {
        withAcme = false;
        return this;
    }

    /**
     * Configures the certificate authority further: profiles, external accounts, bad nonces and so on.
     *
     * @param configure is given a builder that already knows port, clock and name servers
     * @return this
     */
    public SandboxBuilder acme(UnaryOperator<AcmeCaBuilder> configure) {
        acme = configure;
        return this;
    }

    /**
     * Adds zones to begin with. Those that a state file already holds are left as they are.
     *
     * @param domains such as {@code example.com}
     * @return this
     */
    public SandboxBuilder zone(String... domains) {
        zones.addAll(List.of(domains));
        return this;
    }

    /**
     * Keeps everything in a file, over restarts. Without one, everything is in memory.
     *
     * @param file made if it does not exist; holds tokens in clear, readable by its owner only
     * @return this
     */
    public SandboxBuilder stateFile(Path file) {
        stateFile = file;
        return this;
    }

    /**
     * Sets how the API writes lists.
     *
     * @param shape by default {@link ListShape#ARRAY}
     * @return this
     */
    public SandboxBuilder listShape(ListShape shape) {
        listShape = shape;
        return this;
    }

    /**
     * Sets how many items a page of a list holds.
     *
     * @param items 1 or more, by default 50
     * @return this
     */
    public SandboxBuilder pageSize(int items) {
        pageSize = items;
        return this;
    }

    /**
     * Sets the number of name servers.
     *
     * @param count 1 or more, by default 1
     * @return this
     */
    public SandboxBuilder nameServers(int count) {
        nameServers = count;
        return this;
    }

    /**
     * Starts no name server of the sandbox's own, for instance because BIND is to serve the zones.
     *
     * @return this
     */
    public SandboxBuilder withoutDns() {
        withDns = false;
        return this;
    }

    /**
     * Feeds BIND servers as well.
     *
     * @param targets servers that are running
     * @return this
     */
    public SandboxBuilder bind(BindTarget... targets) {
        bindTargets.addAll(List.of(targets));
        return this;
    }

    /**
     * Refuses a record whose name, type, value and priority another one has already. The vendor's page does not say whether
     * the API does; by default it does not.
     *
     * @return this
     */
    public SandboxBuilder refuseDuplicates() {
        refuseDuplicates = true;
        return this;
    }

    /**
     * Sets the clock for creation times, lags and rate limits. Scripted delays take real time nevertheless.
     *
     * @param source by default the system's
     * @return this
     */
    public SandboxBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @return running; to be closed by the caller
     * @throws java.io.UncheckedIOException if a port or the state file cannot be had
     * @throws IllegalArgumentException if a name cannot be a zone, or the state file holds something else
     */
    public Sandbox start() {
        SandboxState state = new SandboxState(clock, stateFile);
        SandboxZones own = new SandboxZones(state, Sandbox.MAIN_ACCOUNT);
        zones.stream().filter(z -> own.find(z).isEmpty()).forEach(own::create);
        String token = Sandbox.mainToken(state).secret();
        Parts parts = new Parts();
        try {
            SandboxDns dns = withDns ? parts.add(SandboxDns.start(state, nameServers, dnsPort, clock)) : null;
            int servers = withDns ? nameServers : Math.max(1, bindTargets.size());
            BindFeed bind = parts.add(BindFeed.start(state, bindTargets, servers));
            Faults faults = new Faults(clock);
            CallLog calls = new CallLog();
            ApiServer api = parts.add(ApiServer.start(
                    new ApiServer.Setup(
                            state,
                            faults,
                            calls,
                            new Listing(listShape, pageSize),
                            refuseDuplicates,
                            clock,
                            new AdminHandler(faults, calls, dns)),
                    apiPort));
            AcmeCa ca = withAcme
                    ? parts.add(acme.apply(AcmeCa.builder()
                                    .port(acmePort)
                                    .clock(clock)
                                    .resolver(() -> Sandbox.nameServers(dns, bind)))
                            .start())
                    : null;
            return new Sandbox(state, faults, calls, api, dns, bind, ca, parts, token);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }
}
