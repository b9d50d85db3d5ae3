// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.tls.TlsIdentity;
import io.github.vpsdns.core.VpsDnsException;

/**
 * Is told what a {@link CertificateKeeper} has done, for logs, metrics and alarms.
 *
 * <p>Methods must be quick and thread-safe; what they throw is logged and otherwise ignored.
 */
public interface KeeperListener {
    /** Hears nothing. */
    KeeperListener NONE = new KeeperListener() {};

    /**
     * A certificate is in use from now on: one that was stored, the first, or a newer one.
     *
     * @param name the lineage
     * @param identity chain and key
     */
    default void switched(LineageName name, TlsIdentity identity) {}

    /**
     * A certificate could not be got. The former one, if there is one, stays in use, and it is tried again.
     *
     * @param name the lineage
     * @param reason why
     * @param trouble how often in a row, since when, and when it is tried again
     */
    default void failed(LineageName name, VpsDnsException reason, Trouble trouble) {}
}
