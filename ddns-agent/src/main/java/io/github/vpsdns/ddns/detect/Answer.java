// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of reading a source once. */
sealed interface Answer {
    /** Addresses of any kind, the best one first; never empty. */
    record Said(List<InetAddress> addresses) implements Answer {}

    /**
     * No addresses.
     *
     * @param problem why, one clause that names the source
     * @param reached whether somebody may have been bothered
     */
    record Failed(String problem, boolean reached) implements Answer {}

    /**
     * Reads a source in the calling thread.
     *
     * @throws CancelledException if the thread is interrupted
     */
    static Answer read(Function<SourceSpec, AddressSource> sources, SourceSpec spec, Family family, Duration limit) {
        try {
            List<InetAddress> addresses = sources.apply(spec).read(family, limit);
            return addresses.isEmpty() ? new Failed(spec + " says nothing", true) : new Said(List.copyOf(addresses));
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            return new Failed(Objects.requireNonNullElse(e.getMessage(), spec + " failed"), reached(e));
        } catch (RuntimeException e) {
            // One broken source must not take the others with it.
            Log.FAULTS.tell(spec + " could not be read", e);
            return new Failed(spec + " failed (" + e.getClass().getSimpleName() + ")", true);
        }
    }

    private static boolean reached(VpsDnsException failure) {
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof PortUnreachableException
                    || isUnreachable(cause)) {
                return false;
            }
        }
        return true;
    }

    /** Sockets for datagrams have no type of their own for it. */
    private static boolean isUnreachable(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof SocketException && message != null && message.contains("unreachable");
    }

    /** Interfaces have no private fields. */
    final class Log {
        private static final FaultLog FAULTS = FaultLog.warnings(Answer.class);

        private Log() {}
    }
}
