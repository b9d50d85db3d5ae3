// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

/** Is told whenever a server's state changed while waiting; must be quick, thread-safe and not throw. */
@FunctionalInterface
public interface PropagationListener {
    /** Does nothing. */
    PropagationListener NONE = report -> {};

    /**
     * Takes note of progress.
     *
     * @param report how far the value has got
     */
    void onProgress(PropagationReport report);
}
