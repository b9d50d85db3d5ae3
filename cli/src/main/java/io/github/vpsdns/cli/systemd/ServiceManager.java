// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import io.github.vpsdns.cli.terminal.Host;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What systemd is told of this process: nothing where systemd does not want to be told.
 *
 * <p>Everything is sent in the order of the calls, by one daemon thread, so that no caller waits. What cannot be sent is complained
 * of once. Thread-safe.
 */
public interface ServiceManager extends AutoCloseable {
    /**
     * Finds out whether systemd wants to be told, which the environment says.
     *
     * @param host the environment and the clock
     * @param complaints told in one sentence if systemd wants to be told and cannot be; called on another thread
     * @return the way to systemd
     */
    static ServiceManager of(Host host, Consumer<String> complaints) {
        Optional<String> socket = host.variable("NOTIFY_SOCKET");
        if (socket.isEmpty()) {
            return new NoServiceManager();
        }
        return new NotifiedServiceManager(
                new NotifyProgram("systemd-notify", socket.get(), complaints),
                host.time(),
                Watchdog.limit(host, ProcessHandle.current().pid()));
    }

    /** Says that the service is up, or has read its configuration anew. */
    void ready();

    /** Says that the service reads its configuration anew; {@link #ready} is to follow. */
    void reloading();

    /** Says that the service is about to end. */
    void stopping();

    /**
     * Says how it stands, within a second or so, if that is another than what was said last.
     *
     * @param status asked when it is sent, on another thread; may be skipped where another one was about to be asked
     */
    void status(Supplier<String> status);

    /**
     * Says from now on that the service is alive, as often as systemd wants to hear it.
     *
     * @param alive asked before each time, on another thread; while it says no nothing is sent, so that systemd starts the service
     *     anew
     */
    void keepAlive(BooleanSupplier alive);

    /** Sends what is still to be sent, for half a second at most, then ends. */
    @Override
    void close();
}
