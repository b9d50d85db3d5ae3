// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox;

import io.github.vpsdns.sandbox.acme.AcmeCa;
import io.github.vpsdns.sandbox.api.ApiServer;
import io.github.vpsdns.sandbox.bind.BindFeed;
import io.github.vpsdns.sandbox.control.CallLog;
import io.github.vpsdns.sandbox.control.Faults;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.control.Listing;
import io.github.vpsdns.sandbox.dns.SandboxDns;
import io.github.vpsdns.sandbox.state.AccessToken;
import io.github.vpsdns.sandbox.state.Permission;
import io.github.vpsdns.sandbox.state.SandboxState;
import io.github.vpsdns.sandbox.state.SandboxZones;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox: API, name servers and certificate authority.
 *
 * <p>Thread-safe. {@link #close} stops all its parts and frees their ports.
 */
public final class Sandbox implements AutoCloseable {
    /** The account that {@link #token()} and {@link #zones()} belong to. */
    static final String MAIN_ACCOUNT = "sandbox";

    private final SandboxState state;
    private final Faults faults;
    private final CallLog calls;
    private final ApiServer api;
    private final @Nullable SandboxDns dns;
    private final BindFeed bind;
    private final @Nullable AcmeCa acme;
    private final Parts parts;
    private final String token;

    Sandbox(
            SandboxState state,
            Faults faults,
            CallLog calls,
            ApiServer api,
            @Nullable SandboxDns dns,
            BindFeed bind,
            @Nullable AcmeCa acme,
            Parts parts,
            String token) {
        this.state = state;
        this.faults = faults;
        this.calls = calls;
        this.api = api;
        this.dns = dns;
        this.bind = bind;
        this.acme = acme;
        this.parts = parts;
        this.token = token;
    }

    /**
     * A sandbox to be configured.
     *
     * @return a builder with the defaults: any free ports, no zones, in memory, one name server, bare arrays
     */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * Starts a sandbox with the defaults.
     *
     * @param zones the zones it begins with
     * @return a running sandbox
     * @throws IllegalArgumentException if a name cannot be a zone
     */
    public static Sandbox start(String... zones) {
        return builder().zone(zones).start();
    }

    /**
     * The root of the API.
     *
     * @return such as {@code http://127.0.0.1:8080/api/v1}
     */
    public URI apiUrl() {
        return api.url();
    }

    /**
     * The token with all permissions.
     *
     * @return begins with {@code vps_}
     */
    public String token() {
        return token;
    }

    /**
     * Makes another token of the same account.
     *
     * @param permissions such as {@code dns:list}; none at all is possible
     * @return begins with {@code vps_}
     * @throws IllegalArgumentException if there is no permission of such a name
     */
    public String token(String... permissions) {
        return tokenOf(MAIN_ACCOUNT, permissions);
    }

    /**
     * Makes a token of any account, for tests of what one account may see of another.
     *
     * @param account its name; comes into being by this
     * @param permissions such as {@code dns:list}
     * @return begins with {@code vps_}
     * @throws IllegalArgumentException if there is no permission of such a name
     */
    public String tokenOf(String account, String... permissions) {
        Set<Permission> granted = Arrays.stream(permissions)
                .map(Permission::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        return state.issueToken(account, "extra", granted).secret();
    }

    /**
     * Where the zones are served: by the sandbox's own name servers, then by BIND servers whose address is known.
     *
     * @return in the order of their names; empty if there are none
     */
    public List<InetSocketAddress> nameServers() {
        return nameServers(dns, bind);
    }

    static List<InetSocketAddress> nameServers(@Nullable SandboxDns dns, BindFeed bind) {
        List<InetSocketAddress> all = new ArrayList<>(dns == null ? List.of() : dns.addresses());
        all.addAll(bind.addresses());
        return List.copyOf(all);
    }

    /**
     * The directory of the certificate authority, where an ACME client begins.
     *
     * @return such as {@code http://127.0.0.1:14000/directory}
     * @throws IllegalStateException if it was started without one
     */
    public URI acmeDirectory() {
        return acme().directory();
    }

    /**
     * The certificate authority, which validates by asking all {@link #nameServers()}.
     *
     * @return running
     * @throws IllegalStateException if the sandbox was started without one
     */
    public AcmeCa acme() {
        if (acme == null) {
            throw new IllegalStateException("This sandbox was started without a certificate authority.");
        }
        return acme;
    }

    /**
     * The account's zones, to be read and edited directly.
     *
     * @return a live view
     */
    public SandboxZones zones() {
        return zonesOf(MAIN_ACCOUNT);
    }

    /**
     * Another account's zones.
     *
     * @param account its name
     * @return a live view
     */
    public SandboxZones zonesOf(String account) {
        return new SandboxZones(state, account);
    }

    /**
     * The script of faults of the API.
     *
     * @return empty at first
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The calls that the API got.
     *
     * @return grows as calls come in
     */
    public CallLog calls() {
        return calls;
    }

    /**
     * The sandbox's own name servers.
     *
     * @return running servers
     * @throws IllegalStateException if it was started without DNS
     */
    public SandboxDns dns() {
        if (dns == null) {
            throw new IllegalStateException("This sandbox was started without DNS.");
        }
        return dns;
    }

    /**
     * The feed of BIND servers.
     *
     * @return without targets if none were given
     */
    public BindFeed bind() {
        return bind;
    }

    /**
     * Sets the usual shape of lists, from the next call on.
     *
     * @param shape the shape
     * @param pageSize items per page, 1 or more
     */
    public void listShape(ListShape shape, int pageSize) {
        api.listing(new Listing(shape, pageSize));
    }

    @Override
    public void close() {
        parts.close();
    }

    /** The token that a state file has kept, or a new one. */
    static AccessToken mainToken(SandboxState state) {
        Set<Permission> all = EnumSet.allOf(Permission.class);
        return state
                .tokens(t -> t.account().equals(MAIN_ACCOUNT) && t.permissions().equals(all))
                .stream()
                .findFirst()
                .orElseGet(() -> state.issueToken(MAIN_ACCOUNT, "sandbox", all));
    }
}
