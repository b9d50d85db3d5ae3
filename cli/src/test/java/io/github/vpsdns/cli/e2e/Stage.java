// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.peer.PebbleOptions;
import io.github.vpsdns.sandbox.peer.PebbleServer;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * All that a certificate takes, in real parts: the API in the sandbox, which feeds two BIND9 servers (the second may lag), and
 * Pebble, which validates at the second one.
 */
public final class Stage implements AutoCloseable {
    public static final String ZONE = "example.com";

    private final NamedServer first;
    private final NamedServer second;
    private final Sandbox sandbox;
    private final PebbleServer pebble;
    private final Path work;

    private Stage(NamedServer first, NamedServer second, Sandbox sandbox, PebbleServer pebble, Path work) {
        this.first = first;
        this.second = second;
        this.sandbox = sandbox;
        this.pebble = pebble;
        this.work = work;
    }

    public static Stage set(Path work) {
        return set(work, PebbleServer.Whims.NONE, Duration.ZERO);
    }

    static Stage set(Path work, PebbleServer.Whims whims, Duration lag) {
        return set(work, PebbleOptions.DEFAULT.withWhims(whims), lag);
    }

    static Stage set(Path work, PebbleOptions options) {
        return set(work, options, Duration.ZERO);
    }

    private static Stage set(Path work, PebbleOptions options, Duration lag) {
        NamedServer first = NamedServer.start();
        NamedServer second = NamedServer.start();
        Sandbox sandbox = Sandbox.builder()
                .withoutDns()
                .withoutAcme()
                .bind(first.target(), second.target().delayed(lag))
                .zone(ZONE)
                .start();
        try {
            return new Stage(first, second, sandbox, PebbleServer.start(second.address(), options), work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command in an environment that says all but the names. */
    public Vpsdns vpsdns() {
        return new Vpsdns(work)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token())
                .with("VPSDNS_NAMESERVERS", nameServers())
                .with("VPSDNS_ACME_SERVER", pebble.directory().toString())
                .with("VPSDNS_ACME_SERVER_CA", pebble.serverCa().toString())
                .with("VPSDNS_ACME_DIR", state().toString())
                .with("VPSDNS_ACME_AGREE_TOS", "true");
    }

    /** The servers' addresses as the command takes them. */
    public String nameServers() {
        return text(first.address()) + "," + text(second.address());
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public PebbleServer pebble() {
        return pebble;
    }

    Path state() {
        return work.resolve("acme");
    }

    Path live() {
        return state().resolve("live").resolve(ZONE);
    }

    public List<SandboxRecord> records() {
        return sandbox.zones().records(ZONE);
    }

    @Override
    public void close() {
        pebble.close();
        sandbox.close();
        second.close();
        first.close();
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
