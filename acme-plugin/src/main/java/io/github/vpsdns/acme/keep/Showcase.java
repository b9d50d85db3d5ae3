// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.tls.TlsIdentity;
import io.github.vpsdns.acme.tls.TlsTarget;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what is stored: reads a certificate, and hands it to the targets if it is another than before. Whoever stored it, this
 * keeper or another process.
 *
 * <p>Thread-safe. Reading and handing on are one step under the monitor, so that the stored order is the order shown.
 */
final class Showcase {
    private static final Logger LOG = LoggerFactory.getLogger(Showcase.class);

    private final CertificateStorage storage;
    private final List<TlsTarget> targets;
    private final KeeperListener listener;
    private final Map<LineageName, TlsIdentity> shown = new HashMap<>();
    /** The targets that have not taken what is shown. */
    private final Map<LineageName, List<TlsTarget>> behind = new HashMap<>();

    private final Set<LineageName> missing;
    private @Nullable VpsDnsException lastFailure;

    Showcase(CertificateStorage storage, List<LineageName> names, List<TlsTarget> targets, KeeperListener listener) {
        this.storage = storage;
        this.targets = targets;
        this.listener = listener;
        this.missing = new TreeSet<>(names);
    }

    /** Reads a certificate anew. Without one, or where only others have its key, nothing changes: the renewer will get one. */
    synchronized void refresh(LineageName name) {
        CertificateFiles files = storage.load(name).orElse(null);
        PrivateKey key = files == null ? null : files.key().orElse(null);
        if (files != null && key != null) {
            show(name, new TlsIdentity(files.chain(), key));
        }
    }

    private void show(LineageName name, TlsIdentity identity) {
        TlsIdentity before = shown.get(name);
        boolean isNew = before == null || !before.certificate().equals(identity.certificate());
        // A target that failed is given it again at each look: its next chance would be weeks later, after the former
        // has expired.
        behind.put(
                name,
                (isNew ? targets : behind.getOrDefault(name, List.of()))
                        .stream()
                                .filter(target -> !takes(target, name, identity))
                                .toList());
        if (isNew) {
            tell(name, identity);
        }
    }

    private static boolean takes(TlsTarget target, LineageName name, TlsIdentity identity) {
        try {
            target.put(name.value(), identity);
            return true;
        } catch (RuntimeException e) {
            LOG.error("{}: a target does not take the new certificate; given again in a minute", name, e);
            return false;
        }
    }

    private void tell(LineageName name, TlsIdentity identity) {
        shown.put(name, identity);
        missing.remove(name);
        notifyAll();
        LOG.info(
                "{}: in use is {} until {}",
                name,
                identity,
                identity.certificate().getNotAfter());
        try {
            listener.switched(name, identity);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed", e);
        }
    }

    synchronized void failed(VpsDnsException reason) {
        lastFailure = reason;
    }

    /** Waits until there is something to show for every name, by the real clock. */
    synchronized void awaitAll(Duration limit) throws InterruptedException {
        Deadline deadline = Deadline.after(limit, Timekeeper.system());
        while (!missing.isEmpty()) {
            long left = deadline.remaining().toMillis();
            if (left == 0) {
                throw new NoCertificateException(missing, limit, lastFailure);
            }
            wait(left);
        }
    }
}
